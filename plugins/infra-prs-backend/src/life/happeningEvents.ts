import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { Person } from '../services/approvers';
import { PullFacts } from '../services/changeFacts';
import { HappeningFacts } from '../services/happeningFacts';
import { actorOf } from './actorOf';

type Told = Pick<RequestEvent, 'kind' | 'outcome' | 'text'>;

const short = (sha: string | undefined) => sha?.slice(0, 7) ?? 'unknown';
const because = (reason: string | undefined) => (reason ? `: ${reason}` : '');

const REVIEWS: Readonly<Record<string, string>> = {
  APPROVED: 'the approval',
  CHANGES_REQUESTED: 'the request for changes',
};

/** In words. GitHub itself does some of it, and then says so in no other way than by naming nobody. */
const WORDS: Readonly<
  Record<
    HappeningFacts['type'],
    (who: string, happening: HappeningFacts) => Told
  >
> = {
  ClosedEvent: who => ({
    kind: 'closed',
    outcome: 'failure',
    text: `${who} closed it without merging it`,
  }),
  ReopenedEvent: who => ({ kind: 'reopened', text: `${who} opened it again` }),
  ReadyForReviewEvent: who => ({
    kind: 'ready',
    text: `${who} marked it as ready for review`,
  }),
  ConvertToDraftEvent: who => ({
    kind: 'draft',
    text: `${who} made it a draft`,
  }),
  HeadRefForcePushedEvent: (who, { from, to }) => ({
    kind: 'force_pushed',
    text: `${who} replaced its commits: ${short(from)} became ${short(to)}`,
  }),
  BaseRefChangedEvent: (who, { from, to }) => ({
    kind: 'base_changed',
    text: `${who} changed where it goes, from ${from} to ${to}`,
  }),
  ReviewDismissedEvent: (who, { reviewer, reviewState, reason }) => ({
    kind: 'review_dismissed',
    outcome: 'failure',
    text: `${who} dismissed ${REVIEWS[reviewState ?? ''] ?? 'the review'} by ${
      reviewer ?? 'somebody'
    }${because(reason)}`,
  }),
  AutoMergeEnabledEvent: who => ({
    kind: 'auto_merge',
    text: `${who} switched auto-merge on`,
  }),
  AutoMergeDisabledEvent: (who, { reason }) => ({
    kind: 'auto_merge',
    text: `${who} switched auto-merge off${because(reason)}`,
  }),
  AddedToMergeQueueEvent: who => ({
    kind: 'queued',
    text: `${who} put it into the merge queue`,
  }),
  RemovedFromMergeQueueEvent: (who, { reason }) => ({
    kind: 'unqueued',
    text: `${who} took it out of the merge queue${because(reason)}`,
  }),
};

/** What is closed by its merge is no news; GitHub tells both, within a second. */
function isMerge({ type, at }: HappeningFacts, { mergedAt }: PullFacts) {
  const apart = Math.abs(Date.parse(at) - Date.parse(mergedAt ?? ''));
  return type === 'ClosedEvent' && apart < 5_000;
}

/** Ids of what GitHub's timeline tells begin so, after the kind. */
const FROM_GITHUB = 'github';

/** What happened to a pull request, as events. Pure. */
export function happeningEvents(
  pull: PullFacts,
  happenings: readonly HappeningFacts[],
  people: ReadonlyMap<string, Person>,
): RequestEvent[] {
  return happenings
    .filter(happening => !isMerge(happening, pull))
    .map(happening => {
      const { id, type, at, login } = happening;
      const told = WORDS[type](login ?? 'GitHub', happening);
      // How it ended is known by its time already, without who did it.
      const name = type === 'ClosedEvent' ? at : `${FROM_GITHUB}:${id}`;
      return {
        ...told,
        id: `${told.kind}:${name}`.slice(0, 250),
        at,
        actor: actorOf(login, people),
        url: pull.url,
      };
    });
}

const NEAR_MS = 60_000;

/** Whether the portal has noted the same with more words: who did it there, or why. Pure. */
export function isNotedByPortal(
  event: RequestEvent,
  all: readonly RequestEvent[],
): boolean {
  if (!event.id.startsWith(`auto_merge:${FROM_GITHUB}:`)) return false;
  return all.some(
    other =>
      other.kind === event.kind &&
      !other.id.startsWith(`auto_merge:${FROM_GITHUB}:`) &&
      Math.abs(Date.parse(other.at) - Date.parse(event.at)) < NEAR_MS,
  );
}
