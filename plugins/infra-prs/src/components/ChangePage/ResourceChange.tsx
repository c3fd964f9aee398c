import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RiArrowDownSLine } from '@remixicon/react';
import {
  PlanAction,
  planRisk,
  PlanResourceChange,
} from '@slipway/plugin-infra-prs-common';
import { AttributeTable } from './AttributeTable';

const LOOKS: Readonly<
  Record<PlanAction, { sign: string; word: string; color: string }>
> = {
  create: { sign: '+', word: 'add', color: 'success.main' },
  update: { sign: '~', word: 'change', color: 'info.main' },
  replace: { sign: '±', word: 'replace', color: 'warning.main' },
  delete: { sign: '−', word: 'destroy', color: 'error.main' },
  forget: { sign: '○', word: 'forget', color: 'text.secondary' },
  read: { sign: '?', word: 'read', color: 'text.secondary' },
  'no-op': { sign: '=', word: 'keep', color: 'text.secondary' },
};

/** One resource of a plan; what could be lost is said before its attributes are opened. */
export function ResourceChange({ change }: { change: PlanResourceChange }) {
  const { sign, word, color } = LOOKS[change.action];
  const risk = planRisk(change);
  return (
    <Accordion
      disableGutters
      elevation={0}
      variant="outlined"
      TransitionProps={{ unmountOnExit: true }}
    >
      <AccordionSummary expandIcon={<RiArrowDownSLine size={18} aria-hidden />}>
        <Box sx={{ display: 'grid', gap: 0.5, width: '100%' }}>
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
            <Box component="span" sx={{ color, fontWeight: 700, minWidth: 84 }}>
              {sign} {word}
            </Box>
            <Typography
              component="span"
              variant="body2"
              sx={{ fontFamily: 'monospace', wordBreak: 'break-all' }}
            >
              {change.address}
            </Typography>
          </Box>
          {risk && (
            <Alert severity="error" sx={{ py: 0 }}>
              {risk}.
            </Alert>
          )}
        </Box>
      </AccordionSummary>
      <AccordionDetails>
        <AttributeTable attributes={change.attributes} />
      </AccordionDetails>
    </Accordion>
  );
}
