import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Fragment } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { StatusChip } from '@slipway/platform-react';
import { ApprovalNeed } from '@slipway/plugin-infra-prs-common';

function Refs({ refs }: { refs: readonly string[] }) {
  if (refs.length === 0) return <>anyone but who asked for it</>;
  return (
    <>
      {refs.map((entityRef, index) => (
        <Fragment key={entityRef}>
          {index > 0 && ' or '}
          <EntityRefLink entityRef={entityRef} />
        </Fragment>
      ))}
    </>
  );
}

function NeedRow({ need }: { need: ApprovalNeed }) {
  const { title, needed, given, missing, approvers } = need;
  const label =
    needed === 0 ? 'None needed' : `${given.length} of ${needed} given`;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Box sx={{ width: 120, flexShrink: 0 }}>
        <StatusChip status={missing ? 'warning' : 'ok'} label={label} />
      </Box>
      <Box>
        <Typography variant="body2" fontWeight={600}>
          {missing ?? title}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {given.length > 0 && `${given.join(', ')} approved. `}
          {needed > 0 && (
            <>
              Who can: <Refs refs={approvers} />
            </>
          )}
        </Typography>
      </Box>
    </Box>
  );
}

/** What each environment asks for: how many approvals, from whom, and how many there are. */
export function ApprovalNeeds(props: { needs: readonly ApprovalNeed[] }) {
  if (props.needs.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label="Approvals by environment"
      sx={{ m: 0, mb: 2, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}
    >
      {props.needs.map(need => (
        <NeedRow key={need.environment} need={need} />
      ))}
    </Box>
  );
}
