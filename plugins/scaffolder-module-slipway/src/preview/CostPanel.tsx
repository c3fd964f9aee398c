import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CostEstimate } from '../api/previewSchemas';
import { CostEnvironment } from './CostEnvironment';
import { formatCostRange } from './formatCost';
import { PreviewCard } from './PreviewCard';

/** What everything will cost a month, as an honest range. */
export function CostPanel({ cost }: { cost: CostEstimate }) {
  const most = Math.max(...cost.environments.map(({ high }) => high), 1);
  return (
    <PreviewCard
      title="Cost"
      note={
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {formatCostRange(cost.total, cost.currency)} a month
        </Typography>
      }
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
        {cost.environments.map(environment => (
          <CostEnvironment
            key={environment.environment}
            cost={environment}
            currency={cost.currency}
            most={most}
          />
        ))}
      </Box>
      <Typography variant="caption" color="text.secondary">
        List prices of {cost.asOf}. {cost.note}
        {cost.notEstimated.length > 0 &&
          ` Not in it: ${cost.notEstimated.join('; ')}.`}
      </Typography>
    </PreviewCard>
  );
}
