import { styled, useTheme } from '@mui/material/styles';
import { mainColor } from '@slipway/platform-react';
import { PlanTotals } from '@slipway/plugin-infra-prs-common';

const PARTS = [
  { key: 'create', sign: '+', word: 'to add', color: 'success' },
  { key: 'update', sign: '~', word: 'to change', color: 'info' },
  { key: 'replace', sign: '±', word: 'to replace', color: 'warning' },
  { key: 'delete', sign: '−', word: 'to destroy', color: 'error' },
  { key: 'import', sign: '↓', word: 'to import', color: undefined },
  { key: 'move', sign: '→', word: 'to move', color: undefined },
  { key: 'forget', sign: '○', word: 'to forget', color: undefined },
] as const;

// A list draws it for every row in sight, where `sx` would cost more than the rest of the row.
const Totals = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  gap: theme.spacing(1),
  fontWeight: 600,
}));

/** `+4 ~1`, with the words for screen readers and on hover. */
export function PlanTotalsText({ totals }: { totals?: PlanTotals }) {
  const { palette } = useTheme();
  if (!totals) {
    return <span style={{ color: mainColor(palette) }}>no plan</span>;
  }
  const shown = PARTS.filter(({ key }) => (totals[key] ?? 0) > 0);
  const words = shown.map(({ key, word }) => `${totals[key]} ${word}`);
  return (
    <Totals
      role="img"
      aria-label={words.join(', ') || 'no changes'}
      title={words.join(', ') || 'no changes'}
    >
      {shown.map(({ key, sign, color }) => (
        <span key={key} style={{ color: mainColor(palette, color) }}>
          {sign}
          {totals[key]}
        </span>
      ))}
      {shown.length === 0 && 'no changes'}
    </Totals>
  );
}
