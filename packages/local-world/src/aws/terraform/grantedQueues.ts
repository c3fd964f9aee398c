import { z } from 'zod';
import { AppliedResource } from '../../world/types';

const listOrOne = z
  .union([z.string(), z.array(z.string())])
  .transform(value => (typeof value === 'string' ? [value] : value));

const policySchema = z.object({
  Statement: z.array(
    z.object({
      Effect: z.string(),
      Action: listOrOne,
      Resource: listOrOne,
    }),
  ),
});

/** Names of the queues that the role policies of a root allow an action on, sorted. */
export function grantedQueues(
  resources: readonly AppliedResource[],
  action: string,
): readonly string[] {
  const arns = resources
    .filter(({ type }) => type === 'aws_iam_role_policy')
    .flatMap(({ values }) => statementsOf(values.policy))
    .filter(
      ({ Effect, Action }) => Effect === 'Allow' && Action.includes(action),
    )
    .flatMap(({ Resource }) => Resource)
    .filter(arn => /^arn:aws[\w-]*:sqs:/.test(arn));
  return [...new Set(arns.map(arn => arn.split(':').at(-1) ?? arn))].sort();
}

function statementsOf(policy: unknown) {
  if (typeof policy !== 'string') return [];
  return policySchema.safeParse(JSON.parse(policy)).data?.Statement ?? [];
}
