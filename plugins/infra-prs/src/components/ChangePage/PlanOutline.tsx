import { Link } from '@backstage/core-components';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EnvironmentChip, StatusChip } from '@slipway/platform-react';
import {
  ChangePlanSummary,
  ChangeRequestDetail,
  RISK_SEVERITIES,
} from '@slipway/plugin-infra-prs-common';
import { PlanTotalsText } from '../ChangesTable/PlanTotalsText';
import { Panel } from './Panel';
import { RiskChip } from './RiskChip';
import { useSectionPath } from './useSectionPath';

type Root = ChangePlanSummary['roots'][number];

const plainList = { listStyle: 'none', m: 0, p: 0, display: 'grid' } as const;

function RootLine({ root }: { root: Root }) {
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}
    >
      <EnvironmentChip name={root.environment} />
      {root.failed ? (
        <StatusChip status="error" label="Could not be planned" />
      ) : (
        <PlanTotalsText totals={root.totals} />
      )}
      <Typography variant="caption" color="text.secondary">
        {root.path}
      </Typography>
    </Box>
  );
}

function countText(counts: ChangePlanSummary['risks']['counts']): string {
  const parts = RISK_SEVERITIES.filter(name => counts[name] > 0).map(
    name => `${counts[name]} ${name}`,
  );
  return parts.length > 0
    ? `Risks: ${parts.join(', ')}.`
    : 'No risk was found in the plan.';
}

function RiskLine(props: {
  risk: ChangePlanSummary['risks']['worst'][number];
  /** Named where the plan reaches several. */
  environment: string | undefined;
  planPath: string;
}) {
  const { risk, environment, planPath } = props;
  const find = encodeURIComponent(risk.address ?? '');
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5 }}>
      <Box sx={{ minWidth: 84 }}>
        <RiskChip severity={risk.severity} />
      </Box>
      {environment && (
        <Box sx={{ minWidth: 56 }}>
          <EnvironmentChip name={environment} />
        </Box>
      )}
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        <strong>{risk.message}.</strong> {risk.why}{' '}
        <Link to={`${planPath}?find=${find}`}>{risk.address ?? risk.root}</Link>
      </Typography>
    </Box>
  );
}

function WorstRisks(props: { plan: ChangePlanSummary; planPath: string }) {
  const { risks, roots } = props.plan;
  const environments = new Map(
    roots.map(({ path, environment }) => [path, environment]),
  );
  const several = new Set(environments.values()).size > 1;
  return (
    <>
      <Typography variant="body2" sx={{ my: 1.5 }}>
        {countText(risks.counts)}
      </Typography>
      <Box
        component="ul"
        aria-label="Worst risks"
        sx={{ ...plainList, gap: 1 }}
      >
        {risks.worst.map((risk, index) => (
          <RiskLine
            key={index}
            risk={risk}
            environment={several ? environments.get(risk.root) : undefined}
            planPath={props.planPath}
          />
        ))}
      </Box>
    </>
  );
}

/** What the change does, in a few lines: per root how much, and what is most at stake. */
export function PlanOutline({ change }: { change: ChangeRequestDetail }) {
  const planPath = useSectionPath(change.number)('plan');
  const { plan } = change;
  if (!plan || plan.roots.length === 0) return null;
  return (
    <Panel
      title="What it does"
      aside={<Link to={planPath}>Read the whole plan</Link>}
    >
      <Box component="ul" aria-label="Roots" sx={{ ...plainList, gap: 0.5 }}>
        {plan.roots.map(root => (
          <RootLine key={root.path} root={root} />
        ))}
      </Box>
      <WorstRisks plan={plan} planPath={planPath} />
    </Panel>
  );
}
