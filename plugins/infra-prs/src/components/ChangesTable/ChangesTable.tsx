import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { ChangeTableRow } from './ChangeTableRow';

const COLUMNS = [
  'Change',
  'State',
  'Environments',
  'Who asked',
  'Checks',
  'Plan',
  'Last change',
];

/** Changes, one per row. */
export function ChangesTable(props: {
  label: string;
  items: readonly ChangeRequest[];
}) {
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label={props.label}>
        <TableHead>
          <TableRow>
            {COLUMNS.map(column => (
              <TableCell key={column} component="th" scope="col">
                {column}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.items.map(item => (
            <ChangeTableRow key={item.number} item={item} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
