import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { EnvironmentChip } from '@slipway/platform-react';
import {
  costByEnvironment,
  costDeltaText,
  EnvironmentCostDelta,
  PlanRoot,
} from '@slipway/plugin-infra-prs-common';
import { moneyRange } from './moneyRange';

type Cost = EnvironmentCostDelta['cost'];

function CostCells({ cost, unpriced }: { cost: Cost; unpriced: number }) {
  if (!cost) {
    return (
      <TableCell colSpan={3}>
        <Typography variant="body2" color="text.secondary">
          No price is known
        </Typography>
      </TableCell>
    );
  }
  return (
    <>
      <TableCell align="right">
        {moneyRange(cost.before, cost.currency)}
      </TableCell>
      <TableCell align="right">
        {moneyRange(cost.after, cost.currency)}
      </TableCell>
      <TableCell>
        {costDeltaText(cost)}
        {unpriced > 0 && ` (${unpriced} without a price)`}
      </TableCell>
    </>
  );
}

/** What a change costs more or less in each environment and in all; of one root, its own line says it. */
export function PlanCostSummary({ roots }: { roots: readonly PlanRoot[] }) {
  const summary = costByEnvironment(roots);
  if (!summary || roots.length < 2) return null;
  const { environments, total, unpriced } = summary;
  return (
    <Box sx={{ mb: 2 }}>
      <TableContainer>
        <Table size="small" aria-label="Cost by environment">
          <TableHead>
            <TableRow>
              <TableCell>Cost a month</TableCell>
              <TableCell align="right">Before</TableCell>
              <TableCell align="right">After</TableCell>
              <TableCell>Difference</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {environments.map(({ environment, ...each }) => (
              <TableRow key={environment}>
                <TableCell component="th" scope="row">
                  <EnvironmentChip name={environment} />
                </TableCell>
                <CostCells cost={each.cost} unpriced={each.unpriced} />
              </TableRow>
            ))}
            {environments.length > 1 && (
              <TableRow>
                <TableCell component="th" scope="row">
                  Total
                </TableCell>
                <CostCells cost={total} unpriced={unpriced} />
              </TableRow>
            )}
          </TableBody>
        </Table>
      </TableContainer>
      <Typography variant="caption" color="text.secondary" component="p">
        From little use to much, at list prices; of the roots of this plan only.
      </Typography>
    </Box>
  );
}
