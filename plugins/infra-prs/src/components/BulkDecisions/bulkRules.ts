import {
  BulkCommand,
  ChangeRequest,
  ChangeRequestDetail,
} from '@slipway/plugin-infra-prs-common';

/** What is done with several changes in one go. */
export type BulkVerb = BulkCommand['decision'];

export const BULK_VERBS: readonly BulkVerb[] = ['approve', 'merge'];

/** What the button of each says. */
export const VERB_LABELS: Readonly<Record<BulkVerb, string>> = {
  approve: 'Approve',
  merge: 'Merge',
};

/** Whether a row of the list looks as if it could be one of many; its page knows more. */
export function isListedFor(
  { state, viewer }: ChangeRequest,
  verb: BulkVerb,
): boolean {
  const { whyNotInBulk } = viewer;
  return state === 'open' && whyNotInBulk !== undefined && !whyNotInBulk[verb];
}

/** Why nothing can be decided about a row of the list as one of many, in words; undefined when something can. */
export function whyNotSelected(item: ChangeRequest): string | undefined {
  if (item.state !== 'open') {
    return item.state === 'merged' ? 'It is merged' : 'It is closed';
  }
  if (BULK_VERBS.some(verb => isListedFor(item, verb))) return undefined;
  const { approve, merge } = item.viewer.whyNotInBulk ?? {};
  if (approve && merge && approve !== merge) {
    return `To approve: ${approve}. To merge: ${merge}`;
  }
  return approve ?? merge ?? 'It cannot be decided about from here';
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
