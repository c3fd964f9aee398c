import { memo } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { PlanResourceChange } from '@slipway/plugin-infra-prs-common';
import { ACTION_LOOKS } from './actionLooks';
import { AttributeTable } from './AttributeTable';
import { OpenableRow } from './OpenableRow';
import { PlanRow } from './planRows';
import { RiskChip } from './RiskChip';

/** What there is to say beside what happens: from where, and why. */
function wordsOf({ previousAddress, importId, reason }: PlanResourceChange) {
  return [
    ...(previousAddress === undefined ? [] : [`Moved from ${previousAddress}`]),
    ...(importId === undefined
      ? []
      : [importId ? `Imported from ${importId}` : 'Imported']),
    ...(reason === undefined ? [] : [reason]),
  ].join('. ');
}

/** The sign of what happens; a mere move or import shows as that. */
function lookOf({ action, previousAddress }: PlanResourceChange) {
  if (action !== 'no-op') return ACTION_LOOKS[action];
  return ACTION_LOOKS[previousAddress === undefined ? 'import' : 'move'];
}

function Summary({ row: { change, risks } }: { row: PlanRow }) {
  const { sign, word, color } = lookOf(change);
  const words = wordsOf(change);
  return (
    <>
      <Box component="span" sx={{ color, fontWeight: 700, minWidth: 84 }}>
        {sign} {word}{' '}
      </Box>
      <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
        <Typography
          component="span"
          variant="body2"
          sx={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
        >
          {change.address}{' '}
        </Typography>
        {words && (
          <Typography
            component="span"
            variant="caption"
            color="text.secondary"
            display="block"
          >
            {words}.{' '}
          </Typography>
        )}
      </Box>
      {risks.length > 0 && <RiskChip severity={risks[0].severity} />}
    </>
  );
}

interface ResourceChangeProps {
  readonly row: PlanRow;
  readonly open: boolean;
  onToggle(row: PlanRow): void;
}

function Resource({ row, open, onToggle }: ResourceChangeProps) {
  return (
    <OpenableRow
      summary={<Summary row={row} />}
      open={open}
      onToggle={() => onToggle(row)}
    >
      <AttributeTable
        attributes={row.change.attributes}
        omitted={row.change.omittedAttributes}
      />
    </OpenableRow>
  );
}

/** One resource of a plan; its attributes open below it. Drawn anew only when it changed: others scroll past it. */
export const ResourceChange = memo(Resource);
