import { ReactNode } from 'react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';

/** A small table with a heading, without the columns that no row fills; a wide one scrolls by itself. */
export function DetailsTable(props: {
  title: string;
  columns: readonly string[];
  rows: ReadonlyArray<{
    readonly key: string;
    readonly cells: readonly ReactNode[];
  }>;
}) {
  const { title, columns, rows } = props;
  const used = columns.map((_, index) => rows.some(row => row.cells[index]));
  return (
    <div>
      <Typography variant="subtitle2" component="h4" gutterBottom>
        {title}
      </Typography>
      <TableContainer>
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              {columns
                .filter((_, index) => used[index])
                .map(column => (
                  <TableCell key={column}>{column}</TableCell>
                ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ key, cells }) => (
              <TableRow key={key}>
                {cells.map(
                  (cell, index) =>
                    used[index] && (
                      <TableCell
                        key={columns[index]}
                        sx={{ overflowWrap: 'anywhere' }}
                      >
                        {cell}
                      </TableCell>
                    ),
                )}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </div>
  );
}
