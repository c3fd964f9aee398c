import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { AttributeChange } from '@slipway/plugin-infra-prs-common';

/** Text of one line that is JSON, laid out for reading. */
function laidOut(text: string): string {
  if (text.length < 60 || !/^[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

const mono = {
  fontFamily: 'monospace',
  fontSize: 12.5,
  verticalAlign: 'top',
  overflowWrap: 'anywhere',
} as const;

const layout = {
  tableLayout: 'fixed',
  '& th:first-of-type': { width: '30%' },
} as const;

function Marked({ children }: { children: string }) {
  return (
    <Box component="em" sx={{ color: 'text.secondary' }}>
      {children}
    </Box>
  );
}

function Value({ text }: { text: string | undefined }) {
  if (text === undefined) return <>–</>;
  return (
    <Box sx={{ whiteSpace: 'pre-wrap', maxHeight: 260, overflow: 'auto' }}>
      {laidOut(text)}
    </Box>
  );
}

function AttributeRow({ attribute }: { attribute: AttributeChange }) {
  const { path, before, after, sensitive, unknown, replaces } = attribute;
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={mono}>
        {path}
        {before !== undefined && before === after && (
          <Typography variant="caption" color="text.secondary" display="block">
            only laid out otherwise
          </Typography>
        )}
        {replaces && (
          <Typography variant="caption" color="text.secondary" display="block">
            forces a replace
          </Typography>
        )}
      </TableCell>
      <TableCell sx={mono}>
        {sensitive ? <Marked>(sensitive)</Marked> : <Value text={before} />}
      </TableCell>
      <TableCell sx={mono}>
        {sensitive && <Marked>(sensitive)</Marked>}
        {!sensitive && unknown && <Marked>(known after apply)</Marked>}
        {!sensitive && !unknown && <Value text={after} />}
      </TableCell>
    </TableRow>
  );
}

/** Says how many differences the report has no room for. */
function moreText(omitted: number, shown: number): string | undefined {
  if (omitted === 0) return undefined;
  return `${omitted} ${
    shown > 0 ? 'more ' : ''
  }differences are not in the report: it has to fit GitHub.`;
}

/** Attributes of a planned resource, before and after. */
export function AttributeTable(props: {
  attributes: readonly AttributeChange[];
  /** How many more the report has no room for. */
  omitted?: number;
}) {
  const { attributes, omitted = 0 } = props;
  const more = moreText(omitted, attributes.length);
  if (attributes.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        {more ?? 'The plan names no attributes.'}
      </Typography>
    );
  }
  return (
    <>
      <Table size="small" aria-label="Attributes" sx={layout}>
        <TableHead>
          <TableRow>
            <TableCell>Attribute</TableCell>
            <TableCell>Before</TableCell>
            <TableCell>After</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {attributes.map((attribute, index) => (
            <AttributeRow key={index} attribute={attribute} />
          ))}
        </TableBody>
      </Table>
      {more && (
        <Typography variant="caption" color="text.secondary">
          {more}
        </Typography>
      )}
    </>
  );
}
