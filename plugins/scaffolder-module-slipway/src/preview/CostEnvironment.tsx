import { useId, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { EnvironmentChip } from '@slipway/platform-react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { CostEstimate } from '../api/previewSchemas';
import { formatCostRange } from './formatCost';

type Cost = CostEstimate['environments'][number];

/** Where a range lies between nothing and the dearest environment. */
function RangeBar({ cost, most }: { cost: Cost; most: number }) {
  const left = (cost.low / most) * 100;
  const width = Math.max(((cost.high - cost.low) / most) * 100, 1);
  return (
    <Box
      aria-hidden
      sx={{
        flexGrow: 1,
        minWidth: 60,
        height: 8,
        borderRadius: 1,
        bgcolor: 'action.hover',
        position: 'relative',
      }}
    >
      <Box
        sx={{
          position: 'absolute',
          left: `${Math.min(left, 99)}%`,
          width: `${width}%`,
          height: 1,
          borderRadius: 1,
          bgcolor: 'primary.main',
        }}
      />
    </Box>
  );
}

function Items({ cost, currency }: { cost: Cost; currency: string }) {
  return (
    <Box
      component="table"
      sx={{
        width: 1,
        borderCollapse: 'collapse',
        fontSize: theme => theme.typography.caption.fontSize,
        '& td': { py: 0.5, verticalAlign: 'top' },
        '& tr + tr td': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <tbody>
        {cost.items.map(item => (
          <tr key={`${item.item} ${item.resource}`}>
            <td>
              {item.item}
              <Box component="div" sx={{ color: 'text.secondary' }}>
                {item.assumes}
              </Box>
            </td>
            <Box
              component="td"
              sx={{ textAlign: 'right', whiteSpace: 'nowrap', pl: 2 }}
            >
              {formatCostRange(item, currency)}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

/** One environment's share, with what it is made of. */
export function CostEnvironment(props: {
  cost: Cost;
  currency: string;
  most: number;
}) {
  const { cost, currency, most } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const Icon = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Button
          size="small"
          color="inherit"
          aria-expanded={open}
          aria-controls={id}
          startIcon={<Icon size={16} />}
          onClick={() => setOpen(!open)}
          sx={{ textTransform: 'none', minWidth: 104, justifyContent: 'start' }}
        >
          <EnvironmentChip name={cost.environment} />
        </Button>
        <RangeBar cost={cost} most={most} />
        <Typography
          variant="body2"
          noWrap
          sx={{ minWidth: 112, textAlign: 'right' }}
        >
          {formatCostRange(cost, currency)}
        </Typography>
      </Box>
      <Box id={id} sx={{ pl: 1 }}>
        {open && <Items cost={cost} currency={currency} />}
      </Box>
    </Box>
  );
}
