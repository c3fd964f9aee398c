import { useId } from 'react';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { PlanResourceChange } from '@slipway/plugin-infra-prs-common';
import { ACTION_LOOKS } from './actionLooks';
import { AttributeTable } from './AttributeTable';
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

/** One resource of a plan; its attributes open below it. */
export function ResourceChange(props: {
  row: PlanRow;
  open: boolean;
  onToggle(): void;
}) {
  const { row, open, onToggle } = props;
  const id = useId();
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <ButtonBase
        onClick={onToggle}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        focusRipple
        sx={{
          display: 'flex',
          gap: 1.5,
          alignItems: 'baseline',
          width: '100%',
          textAlign: 'left',
          px: 1,
          py: 0.75,
          '&:hover': { backgroundColor: 'action.hover' },
        }}
      >
        <Arrow size={16} aria-hidden style={{ alignSelf: 'center' }} />
        <Summary row={row} />
      </ButtonBase>
      {open && (
        <Box id={id} sx={{ px: 1, pb: 1.5, pl: 4 }}>
          <AttributeTable
            attributes={row.change.attributes}
            omitted={row.change.omittedAttributes}
          />
        </Box>
      )}
    </Box>
  );
}
