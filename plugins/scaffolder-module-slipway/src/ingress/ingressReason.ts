import { EnvironmentFacts } from '../api/goldenPathSchemas';

export const ingressKinds = ['internal', 'public', 'none'] as const;
export type Ingress = (typeof ingressKinds)[number];

/** Why services of the chosen environments cannot have an ingress; undefined when they can, or it is not known. */
export function ingressReason(
  kind: Ingress,
  facts: readonly EnvironmentFacts[],
  environments: readonly string[],
): string | undefined {
  if (kind === 'none') return undefined;
  const without = facts.filter(
    ({ environment, problem, ingress }) =>
      environments.includes(environment) && !problem && !ingress.includes(kind),
  );
  if (without.length === 0) return undefined;
  const names = without.map(({ environment }) => environment).join(', ');
  return `no ${kind} load balancer in ${names}`;
}
