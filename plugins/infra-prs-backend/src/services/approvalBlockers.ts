import {
  ApprovalNeed,
  ChangeApproval,
  ChangeBlocker,
} from '@slipway/plugin-infra-prs-common';
import { changesRequestedBy } from './approvalRules';
import { groupWords } from './approvers';
import { ReviewFacts } from './changeFacts';

function requestedBlockers(reviews: readonly ReviewFacts[]): ChangeBlocker[] {
  const asking = changesRequestedBy(reviews).join(', ');
  if (!asking) return [];
  return [
    {
      code: 'changes_requested',
      message: `${asking} asked for changes`,
      who: `${asking} approves or withdraws the review`,
    },
  ];
}

function whoOf({ approvers, groups, title }: ApprovalNeed): string {
  const open = groups.filter(group => !group.given).map(g => g.entityRef);
  const refs = open.length > 0 ? open : approvers;
  return refs.length > 0
    ? `A member of ${groupWords(refs)} for ${title}, other than the requester`
    : 'Anyone with write access, other than the requester';
}

/** What reviews keep a change from being merged, and which are missing. */
export function approvalBlockers(
  reviews: readonly ReviewFacts[],
  approvals: readonly ChangeApproval[],
  needs: readonly ApprovalNeed[],
): ChangeBlocker[] {
  const stale = approvals.some(approval => !approval.valid);
  const missing = needs.flatMap((need): ChangeBlocker[] => {
    if (!need.missing) return [];
    const lost = stale && need.given.length === 0;
    const more = lost ? '; what was given no longer counts' : '';
    const message = `${need.missing}${more}`;
    return [{ code: 'approval_missing', message, who: whoOf(need) }];
  });
  return [...requestedBlockers(reviews), ...missing];
}
