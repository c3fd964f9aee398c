import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { PlanResourceChange } from '@slipway/plugin-infra-prs-common';

type Attribute = PlanResourceChange['attributes'][number];

function after(attribute: Attribute): string {
  if (attribute.sensitive) return '(sensitive)';
  return attribute.unknown ? '(known after apply)' : attribute.after ?? '–';
}

const mono = { fontFamily: 'monospace', wordBreak: 'break-all' } as const;

/** Attributes of a planned resource, before and after. */
export function AttributeTable(props: { attributes: readonly Attribute[] }) {
  if (props.attributes.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary">
        The plan names no attributes.
      </Typography>
    );
  }
  return (
    <Table size="small" aria-label="Attributes">
      <TableHead>
        <TableRow>
          <TableCell>Attribute</TableCell>
          <TableCell>Before</TableCell>
          <TableCell>After</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {props.attributes.map(attribute => (
          <TableRow key={attribute.path}>
            <TableCell component="th" scope="row" sx={mono}>
              {attribute.path}
            </TableCell>
            <TableCell sx={mono}>
              {attribute.sensitive ? '(sensitive)' : attribute.before ?? '–'}
            </TableCell>
            <TableCell sx={mono}>{after(attribute)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
