import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { RelativeTime, StatusChip, StatusKind } from '@slipway/platform-react';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { CheckSummary } from './CheckSummary';

type State = NonNullable<ChangeRequestDetail['apply']>['state'];

const LOOKS: Readonly<Record<State, readonly [StatusKind, string]>> = {
  none: ['ok', 'Nothing to apply'],
  waiting: ['progress', 'Waiting to be applied…'],
  running: ['progress', 'Applying…'],
  succeeded: ['ok', 'Applied'],
  failed: ['error', 'Apply failed'],
};

/** Milliseconds after which nobody need wait for an apply that was never reported. */
const PATIENCE_MS = 3_600_000;

function look(
  state: State,
  mergedAt: string | undefined,
): readonly [StatusKind, string] {
  const age = mergedAt ? Date.now() - Date.parse(mergedAt) : 0;
  return state === 'waiting' && age > PATIENCE_MS
    ? ['unknown', 'No apply was reported']
    : LOOKS[state];
}

/** How the apply goes after the merge, and where to go from there. */
export function ApplyProgress({ change }: { change: ChangeRequestDetail }) {
  const { apply, mergedAt, entityRef } = change;
  const [status, label] = look(apply?.state ?? 'waiting', mergedAt);
  return (
    <Box sx={{ display: 'grid', gap: 1 }} aria-live="polite">
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        <StatusChip status={status} label={label} />
        <Typography variant="body2" color="text.secondary">
          Merged {mergedAt && <RelativeTime value={mergedAt} />}
          {apply?.completedAt && (
            <>
              , finished <RelativeTime value={apply.completedAt} />
            </>
          )}
          {apply && `, commit ${apply.mergeCommitSha.slice(0, 7)}`}
        </Typography>
      </Box>
      {apply?.summary && <CheckSummary text={apply.summary} whole />}
      {apply?.url && <Link to={apply.url}>Log of the apply</Link>}
      {entityRef && (
        <Typography variant="body2">
          See it live: <EntityRefLink entityRef={entityRef} />
        </Typography>
      )}
    </Box>
  );
}
