import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import { StatusChip, StatusKind } from '@slipway/platform-react';
import {
  ChangeRequestDetail,
  RISK_SEVERITIES,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { useFindings } from '../../hooks/useFindings';
import { useSectionPath } from './useSectionPath';

interface Count {
  readonly section: string;
  readonly status: StatusKind;
  readonly label: string;
}

const STATUSES: Readonly<Record<RiskSeverity, StatusKind>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'unknown',
};

const plural = (count: number, one: string) =>
  count === 1 ? `1 ${one}` : `${count} ${one}s`;

function riskCount({ plan }: ChangeRequestDetail): Count[] {
  const counts = plan?.risks.counts;
  const worst = RISK_SEVERITIES.find(name => counts && counts[name] > 0);
  if (!counts || !worst) return [];
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const label = `${plural(total, 'risk')}, worst ${worst}`;
  return [{ section: 'plan', status: STATUSES[worst], label }];
}

/** Only what this change brings: the rest is in its list. */
function useFindingCount(change: ChangeRequestDetail): Count[] {
  const { number, headSha, planDigest } = change;
  const { data } = useFindings(number, headSha, planDigest);
  const own = (data?.findings ?? []).filter(({ isNew }) => isNew !== false);
  const [first] = own;
  if (!first) return [];
  const label = `${plural(own.length, 'finding')}, worst ${first.severity}`;
  return [{ section: 'checks', status: STATUSES[first.severity], label }];
}

function conversationCount({ unresolved = 0 }: ChangeRequestDetail): Count[] {
  if (unresolved === 0) return [];
  const label = `${plural(unresolved, 'open conversation')}`;
  return [{ section: 'conversation', status: 'warning', label }];
}

/** How much there is to look at before deciding, each as a link to its tab. */
export function HeaderCounts({ change }: { change: ChangeRequestDetail }) {
  const path = useSectionPath(change.number);
  const findings = useFindingCount(change);
  const counts = [
    ...riskCount(change),
    ...findings,
    ...conversationCount(change),
  ];
  if (counts.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label="What to look at"
      sx={{
        ...{ display: 'flex', flexWrap: 'wrap', gap: 1 },
        ...{ listStyle: 'none', m: 0, mt: 1, p: 0 },
      }}
    >
      {counts.map(({ section, status, label }) => (
        <li key={section}>
          <Link to={path(section)}>
            <StatusChip status={status} label={label} />
          </Link>
        </li>
      ))}
    </Box>
  );
}
