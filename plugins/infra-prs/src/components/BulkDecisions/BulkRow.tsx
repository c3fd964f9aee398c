import { useId } from 'react';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { StatusChip, StatusKind } from '@slipway/platform-react';
import {
  BulkOutcome,
  ChangeRequest,
  ChangeRequestDetail,
  RISK_SEVERITIES,
} from '@slipway/plugin-infra-prs-common';
import { changeRouteRef } from '../../routes';
import { PlanTotalsText } from '../ChangesTable/PlanTotalsText';

const OUTCOMES: Readonly<
  Record<BulkOutcome['outcome'], readonly [StatusKind, string]>
> = {
  done: ['ok', 'Done'],
  refused: ['warning', 'Refused'],
  failed: ['error', 'Failed'],
  not_tried: ['unknown', 'Not tried'],
};

function riskWords({ plan }: ChangeRequestDetail): string {
  if (!plan) return 'no plan';
  const { counts } = plan.risks;
  const parts = RISK_SEVERITIES.filter(name => counts[name] > 0).map(
    name => `${counts[name]} ${name}`,
  );
  return parts.length > 0 ? `risks: ${parts.join(', ')}` : 'no risks found';
}

function Outcome({ outcome }: { outcome: BulkOutcome }) {
  const [status, label] = OUTCOMES[outcome.outcome];
  const words = outcome.outcome === 'done' ? outcome.after : outcome.message;
  return (
    <>
      <StatusChip status={status} label={label} />{' '}
      <Typography variant="body2" component="span">
        {words}
      </Typography>
    </>
  );
}

/** One change to choose, with what it does and why it cannot be chosen; after the decision, what became of it. */
export function BulkRow(props: {
  item: ChangeRequest;
  change: ChangeRequestDetail | undefined;
  whyNot: string | undefined;
  chosen: boolean;
  outcome: BulkOutcome | undefined;
  onChoose(chosen: boolean): void;
}) {
  const { item, change, whyNot, outcome } = props;
  const id = useId();
  const link = useRouteRef(changeRouteRef);
  const words = whyNot ?? (change && riskWords(change));
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, py: 0.5 }}>
      <Checkbox
        size="small"
        sx={{ alignSelf: 'flex-start' }}
        checked={props.chosen && !whyNot}
        disabled={whyNot !== undefined || outcome !== undefined}
        onChange={(_, chosen) => props.onChoose(chosen)}
        inputProps={{
          'aria-label': `#${item.number} ${item.title}`,
          'aria-describedby': id,
        }}
      />
      <Box sx={{ flex: 1, minWidth: 0, pt: 0.75 }}>
        <Link to={link({ number: String(item.number) })}>
          #{item.number} {item.title}
        </Link>{' '}
        <PlanTotalsText totals={change?.totals ?? item.totals} />
        <Typography id={id} variant="body2" color="text.secondary">
          {outcome ? <Outcome outcome={outcome} /> : words}
        </Typography>
      </Box>
    </Box>
  );
}
