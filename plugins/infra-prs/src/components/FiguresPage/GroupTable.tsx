import { ReactNode } from 'react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { FigureGroup } from './figureGroups';
import { frequencyText, rateText, spreadText } from './figureTexts';

/** The figures of each team, environment or template. */
export function GroupTable(props: {
  label: string;
  /** What the first column is. */
  of: string;
  groups: readonly FigureGroup[];
  nameOf(group: FigureGroup): ReactNode;
}) {
  const { label, of, groups, nameOf } = props;
  return (
    <TableContainer>
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            <TableCell>{of}</TableCell>
            <TableCell>Live</TableCell>
            <TableCell>Lead time</TableCell>
            <TableCell>Wait for review</TableCell>
            <TableCell>Failed</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {groups.map(each => (
            <TableRow key={each.name}>
              <TableCell component="th" scope="row">
                {nameOf(each)}
              </TableCell>
              <TableCell>{frequencyText(each)}</TableCell>
              <TableCell>{spreadText(each.leadTime)}</TableCell>
              <TableCell>{spreadText(each.reviewWait)}</TableCell>
              <TableCell>{rateText(each)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
