import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { visibleText } from '@slipway/platform-common';
import { PeekedMessage } from '@slipway/plugin-queues-common';

const mono = { fontFamily: 'monospace', overflowWrap: 'anywhere' } as const;

/** What the sender wrote beside the body. */
export function AttributeTable(props: {
  attributes: PeekedMessage['attributes'];
}) {
  const { attributes } = props;
  return (
    <Box component="section" aria-label="Attributes">
      <Typography variant="subtitle2" component="h5">
        Attributes
      </Typography>
      {attributes.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          The message has none.
        </Typography>
      ) : (
        <Table size="small" aria-label="Attributes of the message">
          <TableHead>
            <TableRow>
              <TableCell>Name</TableCell>
              <TableCell>Type</TableCell>
              <TableCell>Value</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {attributes.map(({ name, type, value }) => (
              <TableRow key={name}>
                <TableCell sx={{ ...mono, minWidth: 150 }}>
                  {visibleText(name)}
                </TableCell>
                <TableCell>{visibleText(type)}</TableCell>
                <TableCell sx={mono}>{visibleText(value)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Box>
  );
}
