import { ChangeBlocker, CodeOwnerNeed } from '@slipway/plugin-infra-prs-common';
import { changesRequestedBy, decisive, latestByLogin } from './approvalRules';
import { ChangeFacts } from './changeFacts';
import { HostFacts } from './HostRulesReader';
import { AUTHOR } from './planBlockers';

const REVIEWER = 'A reviewer with write access who did not ask for the change';

function filesWords(paths: readonly string[]): string {
  const [first, ...others] = paths;
  if (others.length === 0) return `${first} needs`;
  const noun = others.length === 1 ? 'file' : 'files';
  return `${first} and ${others.length} more ${noun} need`;
}

/** Code owners who have not approved; GitHub is asked first whether it waits for anything. */
export function codeOwnerBlockers(
  { pull }: ChangeFacts,
  host: HostFacts | undefined,
  needs: readonly CodeOwnerNeed[],
): ChangeBlocker[] {
  if (pull.mergeableState !== 'blocked' || !host?.rules.codeOwners) return [];
  return needs
    .filter(({ approvedBy }) => approvedBy === undefined)
    .map(({ owners, paths }) => ({
      code: 'code_owner_missing',
      message: `${filesWords(paths)} an approval of a code owner`,
      who: owners.join(' or '),
    }));
}

/** Reviews that GitHub's rules ask for and that are not there. */
export function missingReviews(
  facts: ChangeFacts,
  wanted: number,
): ChangeBlocker[] {
  const latest = [...latestByLogin(decisive(facts.reviews)).values()];
  const given = latest.filter(({ state }) => state === 'APPROVED').length;
  if (given >= wanted || changesRequestedBy(facts.reviews).length > 0) {
    return [];
  }
  const { baseRef } = facts.pull;
  const noun = wanted === 1 ? 'approving review' : 'approving reviews';
  return [
    {
      code: 'branch_protection',
      message: `GitHub's rules of ${baseRef} ask for ${wanted} ${noun}, and there ${
        given === 1 ? 'is 1' : `are ${given}`
      }`,
      who: REVIEWER,
    },
  ];
}

function protectionBlockers(
  facts: ChangeFacts,
  host: HostFacts | undefined,
  asked: readonly ChangeBlocker[],
): ChangeBlocker[] {
  const known = [
    ...asked,
    ...missingReviews(facts, host?.rules.approvals ?? 0),
  ];
  if (known.length > 0) return known;
  const { baseRef } = facts.pull;
  return [
    {
      code: 'branch_protection',
      message: `GitHub's protection of ${baseRef} is not satisfied, for example an approval or a required check is missing`,
      who: REVIEWER,
    },
  ];
}

/** What keeps GitHub itself from merging; `asked` is what is known already of what it asks for. */
export function hostBlockers(
  facts: ChangeFacts,
  host: HostFacts | undefined,
  asked: readonly ChangeBlocker[],
): ChangeBlocker[] {
  const { pull } = facts;
  if (pull.mergeableState === 'blocked') {
    return protectionBlockers(facts, host, asked);
  }
  if (pull.mergeableState === 'behind') {
    return [
      ...asked,
      {
        code: 'branch_protection',
        message: `The branch is behind ${pull.baseRef} and GitHub wants it up to date`,
        who: `${AUTHOR} updates the branch`,
      },
    ];
  }
  const unknown =
    pull.mergeable === undefined || pull.mergeableState === 'unknown';
  if (!unknown) return [...asked];
  return [
    ...asked,
    {
      code: 'mergeability_unknown',
      message: 'GitHub is still working out whether it can be merged',
      who: 'Nobody: it takes a moment',
    },
  ];
}
