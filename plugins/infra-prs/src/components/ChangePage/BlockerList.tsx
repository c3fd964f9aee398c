import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { StatusChip, StatusKind } from '@slipway/platform-react';
import { ChangeBlocker } from '@slipway/plugin-infra-prs-common';
import { BlockerLinks } from './BlockerLinks';

const WAITING = ['checks_pending', 'plan_missing', 'mergeability_unknown'];
const BROKEN = ['checks_failing', 'plan_failed', 'conflicts', 'unreadable'];

function look({ code }: ChangeBlocker): readonly [StatusKind, string] {
  if (WAITING.includes(code)) return ['progress', 'Running'];
  return BROKEN.includes(code) ? ['error', 'Broken'] : ['warning', 'Missing'];
}

/** What keeps a change from being merged, each with who can provide it. */
export function BlockerList(props: {
  number: number;
  blockers: readonly ChangeBlocker[];
}) {
  return (
    <Box
      component="ul"
      aria-label="What is missing"
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
    >
      {props.blockers.map(blocker => {
        const [status, label] = look(blocker);
        return (
          <Box
            component="li"
            key={`${blocker.code} ${blocker.message}`}
            sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}
          >
            <StatusChip status={status} label={label} />
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              <Typography variant="body2" fontWeight={600}>
                {blocker.message}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {blocker.who}
              </Typography>
              <BlockerLinks number={props.number} blocker={blocker} />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
