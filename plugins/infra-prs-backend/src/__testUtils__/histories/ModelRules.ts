import { BranchRules } from '../../clients/BranchRules';
import { HostFacts } from '../../services/HostRulesReader';
import { latestReviews } from './isApproved';
import { headOf, ModelChecks, ModelPull } from './ModelPull';

/** How the repository is set up: anybody merges, GitHub merges by itself what its rules let through, or a queue does. */
export type World = 'free' | 'autoMerge' | 'queue';

const NONE: BranchRules = {
  approvals: 0,
  codeOwners: false,
  dismissesStale: false,
  requiredChecks: [],
  resolvedThreads: false,
  mergeQueue: false,
  words: [],
};

const RULES: Readonly<Record<World, BranchRules>> = {
  free: NONE,
  queue: { ...NONE, mergeQueue: true },
  autoMerge: {
    ...NONE,
    approvals: 1,
    dismissesStale: true,
    requiredChecks: ['slipway/plan'],
  },
};

export const hostFactsOf = (world: World): HostFacts => ({
  rules: RULES[world],
  allowsAutoMerge: world === 'autoMerge',
});

/** Whether GitHub's own rules, which know neither of requesters nor of plans, let it be merged. */
export function satisfiesHost(
  world: World,
  pull: ModelPull,
  checks: ModelChecks,
): boolean {
  const { approvals, requiredChecks } = RULES[world];
  const own = checks.get(headOf(pull)) ?? [];
  const isChecked = requiredChecks.every(
    name =>
      own.filter(check => check.name === name).at(-1)?.conclusion === 'success',
  );
  if (approvals === 0) return isChecked;
  const last = latestReviews(pull).map(({ state }) => state);
  const given = last.filter(state => state === 'APPROVED').length;
  return isChecked && given >= approvals && !last.includes('CHANGES_REQUESTED');
}
