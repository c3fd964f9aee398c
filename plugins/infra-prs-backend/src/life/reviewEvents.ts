import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { Person } from '../services/approvers';
import { Assessment } from '../services/assessChange';
import { ChangeFacts, ReviewFacts } from '../services/changeFacts';
import { actorOf } from './actorOf';

type People = ReadonlyMap<string, Person>;

const KINDS: Readonly<
  Record<string, Pick<RequestEvent, 'kind' | 'outcome'> & { words: string }>
> = {
  APPROVED: { kind: 'approved', outcome: 'success', words: 'approved it' },
  CHANGES_REQUESTED: {
    kind: 'changes_requested',
    outcome: 'failure',
    words: 'asked for changes',
  },
  COMMENTED: { kind: 'reviewed', words: 'commented on it' },
};

function reviewEvent(review: ReviewFacts, people: People): RequestEvent[] {
  const { id, login, submittedAt, state, url } = review;
  const known = KINDS[state];
  if (!known) return [];
  const { words, ...kind } = known;
  return [
    {
      ...kind,
      id: `review:${id}`,
      at: submittedAt,
      actor: actorOf(login, people),
      text: `${login} ${words}`,
      url,
    },
  ];
}

/** When an approval stopped to count; as near as GitHub tells. */
function voidedAt({ pull, commits }: ChangeFacts, review: ReviewFacts): string {
  const head = commits.find(({ sha }) => sha === pull.headSha)?.authoredAt;
  const moved = review.commitId !== pull.headSha ? head : undefined;
  return moved && moved > review.submittedAt ? moved : review.submittedAt;
}

function voidEvents(
  facts: ChangeFacts,
  { approvals }: Assessment,
): RequestEvent[] {
  return approvals.flatMap(({ reviewId, login, valid, voidReason }) => {
    const review = facts.reviews.find(({ id }) => id === reviewId);
    if (valid || !voidReason || !review) return [];
    // Whether it was dismissed before the end is not told here, but by the event of GitHub's own timeline.
    const isOver = facts.pull.state === 'closed';
    if (isOver && review.state === 'DISMISSED') return [];
    return [
      {
        id: `approval_void:${review.id}`,
        at: voidedAt(facts, review),
        kind: 'approval_void' as const,
        outcome: 'failure' as const,
        text: `The approval by ${login} does not count: ${voidReason}`,
        url: review.url,
      },
    ];
  });
}

/** Reviews, and which approvals do not count. Dismissed ones no longer say what they were. */
export function reviewEvents(
  facts: ChangeFacts,
  assessment: Assessment,
  people: People,
): RequestEvent[] {
  return [
    ...facts.reviews.flatMap(review => reviewEvent(review, people)),
    ...voidEvents(facts, assessment),
  ];
}
