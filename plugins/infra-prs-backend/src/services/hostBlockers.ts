import { ChangeBlocker } from '@slipway/plugin-infra-prs-common';
import { ChangeFacts } from './changeFacts';
import { AUTHOR } from './planBlockers';

/** What keeps GitHub itself from merging. */
export function hostBlockers({ pull }: ChangeFacts): ChangeBlocker[] {
  if (pull.mergeableState === 'blocked') {
    return [
      {
        code: 'branch_protection',
        message: `GitHub's protection of ${pull.baseRef} is not satisfied, for example an approval or a required check is missing`,
        who: 'A reviewer with write access who did not ask for the change',
      },
    ];
  }
  if (pull.mergeableState === 'behind') {
    return [
      {
        code: 'branch_protection',
        message: `The branch is behind ${pull.baseRef} and GitHub wants it up to date`,
        who: `${AUTHOR} updates the branch`,
      },
    ];
  }
  const unknown =
    pull.mergeable === undefined || pull.mergeableState === 'unknown';
  return unknown
    ? [
        {
          code: 'mergeability_unknown',
          message: 'GitHub is still working out whether it can be merged',
          who: 'Nobody: it takes a moment',
        },
      ]
    : [];
}
