import Box from '@mui/material/Box';
import { PlanTotals } from '@slipway/plugin-infra-prs-common';

const PARTS = [
  { key: 'create', sign: '+', word: 'to add', color: 'success.main' },
  { key: 'update', sign: '~', word: 'to change', color: 'info.main' },
  { key: 'replace', sign: '±', word: 'to replace', color: 'warning.main' },
  { key: 'delete', sign: '−', word: 'to destroy', color: 'error.main' },
  { key: 'import', sign: '↓', word: 'to import', color: 'text.secondary' },
  { key: 'move', sign: '→', word: 'to move', color: 'text.secondary' },
  { key: 'forget', sign: '○', word: 'to forget', color: 'text.secondary' },
] as const;

/** `+4 ~1`, with the words for screen readers and on hover. */
export function PlanTotalsText({ totals }: { totals?: PlanTotals }) {
  if (!totals) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        no plan
      </Box>
    );
  }
  const shown = PARTS.filter(({ key }) => (totals[key] ?? 0) > 0);
  const words = shown.map(({ key, word }) => `${totals[key]} ${word}`);
  return (
    <Box
      component="span"
      role="img"
      aria-label={words.join(', ') || 'no changes'}
      title={words.join(', ') || 'no changes'}
      sx={{ display: 'inline-flex', gap: 1, fontWeight: 600 }}
    >
      {shown.map(({ key, sign, color }) => (
        <Box key={key} component="span" sx={{ color }}>
          {sign}
          {totals[key]}
        </Box>
      ))}
      {shown.length === 0 && 'no changes'}
    </Box>
  );
}
