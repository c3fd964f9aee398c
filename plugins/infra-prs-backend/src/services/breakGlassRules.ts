import { ChangeBlocker, ChangeViewer } from '@slipway/plugin-infra-prs-common';
import { isMemberOf, Person } from './approvers';
import { Assessment } from './assessChange';
import { PullFacts } from './changeFacts';

/**
 * What breaking the glass overrides: Slipway's own judgement. A plan that is missing or failed is none of it, nor is a
 * failing check: nobody would know what is merged. GitHub's own protection is not Slipway's to override.
 */
const OVERRIDDEN: ReadonlyArray<ChangeBlocker['code']> = [
  'approval_missing',
  'changes_requested',
  'plan_risk',
];

function whyNot(
  pull: PullFacts,
  overrides: readonly ChangeBlocker[],
  others: readonly ChangeBlocker[],
): string | undefined {
  if (pull.mergedAt) return 'It is already merged';
  if (others.length > 0) {
    return `${others[0].message}; breaking the glass does not override that`;
  }
  return overrides.length === 0
    ? 'It is not needed: it can be merged'
    : undefined;
}

/** What breaking the glass would override for this person; undefined when config does not let them. */
export function breakGlassOf(
  pull: PullFacts,
  { blockers, breakGlass = [] }: Assessment,
  person: Person,
): ChangeViewer['breakGlass'] {
  if (!breakGlass.some(group => isMemberOf(person, group))) return undefined;
  const isOverridden = ({ code }: ChangeBlocker) => OVERRIDDEN.includes(code);
  const overrides = blockers.filter(isOverridden);
  const others = blockers.filter(blocker => !isOverridden(blocker));
  return {
    overrides: overrides.map(({ message }) => message),
    whyNot: whyNot(pull, overrides, others),
  };
}
