import {
  BulkCommand,
  ChangeRequest,
  ChangeRequestDetail,
  MAX_BULK,
} from '@slipway/plugin-infra-prs-common';

/** What is done with several changes in one go. */
export type BulkVerb = BulkCommand['decision'];

/** Changes that may be decided about; whether they can is only known once each was read by itself. */
export function bulkCandidates(
  items: readonly ChangeRequest[],
  verb: BulkVerb,
): ChangeRequest[] {
  return items
    .filter(({ state, draft }) => state === 'open' && !draft)
    .filter(({ viewer }) => verb === 'merge' || viewer.canApprove)
    .slice(0, MAX_BULK);
}

/** Why a change cannot be one of many now, in words; undefined when it can. */
export function whyNotChosen(
  { viewer, merging }: ChangeRequestDetail,
  verb: BulkVerb,
): string | undefined {
  const own = verb === 'approve' ? viewer.whyNotApprove : viewer.whyNotMerge;
  if (own) return own;
  if (verb === 'merge' && merging.queue) return 'It is in the merge queue';
  return (
    viewer.whyNotInBulk &&
    `${viewer.whyNotInBulk}. Decide about it on its own page`
  );
}
