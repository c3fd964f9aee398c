import {
  ChangePlan,
  ChangeRequest,
  compareRisks,
} from '@slipway/plugin-infra-prs-common';

/** Attributes that hold the name a resource has in AWS. */
const NAMES = ['name', 'bucket', 'identifier', 'cluster_identifier'];
const MOST_NAMES = 500;

/** The worst risk of a plan, and how many it has. */
export function riskOf(plan: ChangePlan | undefined): ChangeRequest['risk'] {
  const risks = (plan?.roots ?? []).flatMap(root => root.risks ?? []);
  const [worst] = [...risks].sort(compareRisks);
  if (!worst) return undefined;
  const { severity, message } = worst;
  return { severity, message, count: risks.length };
}

/** Names in AWS of what a plan changes, as far as it says them. */
export function namesOf(plan: ChangePlan | undefined): string[] {
  const names = (plan?.roots ?? [])
    .flatMap(root => root.changes)
    .flatMap(change => change.attributes)
    .filter(({ path }) => NAMES.includes(path))
    .flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  return [...new Set(names)].slice(0, MOST_NAMES);
}
