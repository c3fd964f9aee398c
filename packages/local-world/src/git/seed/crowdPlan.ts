import { createHash } from 'node:crypto';
import { fitPlanReport, PlanRoot } from '@slipway/plugin-infra-prs-common';

const ACTIONS = ['create', 'update', 'update', 'create', 'no-op'] as const;
const TYPES = ['aws_sqs_queue', 'aws_cloudwatch_metric_alarm', 'aws_iam_role'];

function resource(index: number): PlanRoot['changes'][number] {
  const type = TYPES[index % TYPES.length];
  return {
    address: `module.crowd_${index}.${type}.this`,
    type,
    action: ACTIONS[index % ACTIONS.length],
    attributes: [
      { path: 'name', after: `crowd-${index}` },
      { path: 'tags.owner', before: 'orders', after: 'payments' },
    ],
  };
}

/** The text of a check that reports a plan of so many resources. */
export function crowdPlan(headSha: string, resources: number): string {
  const changes = Array.from({ length: resources }, (_, index) =>
    resource(index),
  );
  const root = {
    path: 'terraform/live/dev/services/crowd',
    environment: 'dev',
    changes,
  };
  return fitPlanReport(
    { version: 1, runner: 'static', headSha, roots: [root] },
    text => createHash('sha256').update(text).digest('hex'),
  );
}
