import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import { BoardRow, RISK_LEVELS } from '@slipway/plugin-queues-common';
import { formatNumber } from '@slipway/platform-react';
import { RiskLevel } from '../../board/boardQuery';
import { RISK_LOOKS } from './riskLooks';

/** How many queues there are of each risk; each shows only those. */
export function RiskStrip(props: {
  rows: readonly BoardRow[];
  chosen: readonly RiskLevel[];
  onChange(chosen: readonly RiskLevel[]): void;
}) {
  const { rows, chosen, onChange } = props;
  return (
    <Box
      role="group"
      aria-label="Risk"
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}
    >
      {RISK_LEVELS.map(level => {
        const { icon: Icon, color, label } = RISK_LOOKS[level];
        const count = rows.filter(({ risk }) => risk.level === level).length;
        const isChosen = chosen.includes(level);
        return (
          <ToggleButton
            key={level}
            size="small"
            value={level}
            selected={isChosen}
            onChange={() =>
              onChange(
                isChosen
                  ? chosen.filter(other => other !== level)
                  : [...chosen, level],
              )
            }
            sx={{ px: 1.25, py: 0.25, gap: 0.75, textTransform: 'none' }}
          >
            <Box component="span" sx={{ display: 'inline-flex', color }}>
              <Icon size={16} aria-hidden />
            </Box>
            <Box
              component="span"
              sx={{ fontWeight: 700, color: 'text.primary' }}
            >
              {formatNumber(count)}
            </Box>
            {label.toLowerCase()}
          </ToggleButton>
        );
      })}
    </Box>
  );
}
