/** What happens to a pull request beside commits, checks, reviews and comments. */
export const HAPPENING_TYPES = [
  'ClosedEvent',
  'ReopenedEvent',
  'ReadyForReviewEvent',
  'ConvertToDraftEvent',
  'HeadRefForcePushedEvent',
  'BaseRefChangedEvent',
  'ReviewDismissedEvent',
  'AutoMergeEnabledEvent',
  'AutoMergeDisabledEvent',
  'AddedToMergeQueueEvent',
  'RemovedFromMergeQueueEvent',
] as const;

/** Something that happened to a pull request, as GitHub's timeline tells it. */
export interface HappeningFacts {
  /** GitHub's own, the same each time. */
  readonly id: string;
  /** Name in GraphQL: https://docs.github.com/en/graphql/reference/unions#pullrequesttimelineitems */
  readonly type: (typeof HAPPENING_TYPES)[number];
  readonly at: string;
  /** Undefined for accounts that are gone, and for GitHub itself. */
  readonly login?: string;
  /** Commits of a forced push, or branches of a changed base. */
  readonly from?: string;
  readonly to?: string;
  /** Whose review was dismissed, and what it was. */
  readonly reviewer?: string;
  readonly reviewState?: string;
  /** In GitHub's or a person's words. */
  readonly reason?: string;
}
