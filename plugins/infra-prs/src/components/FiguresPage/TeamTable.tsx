import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { DoraAnswer } from '@slipway/plugin-infra-prs-common';
import { frequencyText, rateText, spreadText } from './figureTexts';

/** The figures of each team. */
export function TeamTable({ teams }: Pick<DoraAnswer, 'teams'>) {
  return (
    <TableContainer>
      <Table size="small" aria-label="Figures by team">
        <TableHead>
          <TableRow>
            <TableCell>Team</TableCell>
            <TableCell>Live</TableCell>
            <TableCell>Lead time</TableCell>
            <TableCell>Wait for review</TableCell>
            <TableCell>Failed</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {teams.map(each => (
            <TableRow key={each.team}>
              <TableCell component="th" scope="row">
                {each.team ? (
                  <EntityRefLink entityRef={each.team} defaultKind="group" />
                ) : (
                  'No team'
                )}
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
