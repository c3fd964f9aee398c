import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { CostDelta, costDeltaText } from '@slipway/plugin-infra-prs-common';

/** `+$4.20`, `−$1.00` */
function signed(amount: number): string {
  const sign = amount < 0 ? '−' : '+';
  const money = Math.abs(amount).toLocaleString('en-US', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return amount === 0 ? '$0.00' : `${sign}$${money}`;
}

function CostTable({ cost }: { cost: CostDelta }) {
  return (
    <>
      {cost.items.length > 0 && (
        <Table size="small" aria-label="Cost by resource">
          <TableHead>
            <TableRow>
              <TableCell>What</TableCell>
              <TableCell align="right">With little use, a month</TableCell>
              <TableCell align="right">With much use</TableCell>
              <TableCell>Assumes</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {cost.items.map(({ item, resource, low, high, assumes }) => (
              <TableRow key={`${resource} ${item}`}>
                <TableCell component="th" scope="row" title={resource}>
                  {item}
                </TableCell>
                <TableCell align="right">{signed(low)}</TableCell>
                <TableCell align="right">{signed(high)}</TableCell>
                <TableCell>{assumes}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Typography variant="caption" color="text.secondary" component="p">
        List prices of {cost.asOf}. {cost.note}
        {cost.omittedItems && ` ${cost.omittedItems} more are not listed.`}
        {cost.notEstimated.length > 0 &&
          ` Not in it: ${cost.notEstimated.join('; ')}.`}
      </Typography>
    </>
  );
}

/** What a root costs more or less after the change, as an honest range. */
export function PlanCost({ cost }: { cost: CostDelta }) {
  const [open, setOpen] = useState(false);
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography variant="body2" component="span">
        {costDeltaText(cost)}
      </Typography>
      <Button
        size="small"
        onClick={() => setOpen(!open)}
        aria-expanded={open}
        sx={{ ml: 1 }}
      >
        {open ? 'Hide how' : 'How it is made up'}
      </Button>
      {open && <CostTable cost={cost} />}
    </Box>
  );
}
