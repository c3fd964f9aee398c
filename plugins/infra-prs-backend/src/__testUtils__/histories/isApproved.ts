import { CheckFacts, ReviewFacts } from '../../services/changeFacts';
import { GROUPS, refOf } from './people';
import { headOf, ModelChecks, ModelPull } from './ModelPull';

/**
 * The rules of docs/adr/0005-approval.md once more, written down apart from the product, so that the one can be held against
 * the other.
 */
export function requestersOf(pull: ModelPull): ReadonlySet<string> {
  const authors = pull.commits.flatMap(({ author }) =>
    author.isBot || !author.login ? [] : [refOf(author.login)],
  );
  return new Set([
    ...authors,
    ...(pull.requester ? [pull.requester] : []),
    ...(pull.bodyRequester ? [pull.bodyRequester] : []),
    ...(pull.author.isBot || !pull.author.login
      ? []
      : [refOf(pull.author.login)]),
  ]);
}

const latestOf = (checks: readonly CheckFacts[], name: string) =>
  checks.filter(check => check.name === name).at(-1);

/** The digest that the model's runner gave the plan, for the head, once it is done. */
export function planOf(pull: ModelPull, checks: ModelChecks) {
  const plan = latestOf(checks.get(headOf(pull)) ?? [], 'slipway/plan');
  return plan?.status === 'completed' ? plan : undefined;
}

function counts(
  review: ReviewFacts,
  pull: ModelPull,
  plan: CheckFacts,
  digestOf: (text: string) => string,
): boolean {
  const named = /sha256:[0-9a-f]{64}/.exec(review.body)?.[0];
  const isOfPlan = named
    ? named === digestOf(plan.text ?? '')
    : Date.parse(review.submittedAt) >= Date.parse(plan.completedAt ?? '');
  return (
    review.state === 'APPROVED' &&
    review.commitId === headOf(pull) &&
    isOfPlan &&
    GROUPS[review.login] === 'group:default/platform' &&
    !requestersOf(pull).has(refOf(review.login))
  );
}

/** The last word of each reviewer. */
export function latestReviews({ reviews }: ModelPull): ReviewFacts[] {
  const decisive = reviews.filter(({ state }) => state !== 'COMMENTED');
  return [...new Map(decisive.map(review => [review.login, review])).values()];
}

/** Whether it is planned, agreed to where that is needed, and nobody objects: whatever else it waits for. */
export function isAgreed(
  pull: ModelPull,
  checks: ModelChecks,
  digestOf: (text: string) => string,
): boolean {
  const plan = planOf(pull, checks);
  const last = latestReviews(pull);
  if (!plan || last.some(({ state }) => state === 'CHANGES_REQUESTED')) {
    return false;
  }
  return (
    pull.environment !== 'prod' ||
    last.some(review => counts(review, pull, plan, digestOf))
  );
}

/** Whether it is open, planned and all checks are good: what nobody overrides. */
export function isSound(pull: ModelPull, checks: ModelChecks): boolean {
  const own = checks.get(headOf(pull)) ?? [];
  const names = [...new Set(own.map(({ name }) => name))];
  const isGood = names.every(
    name => latestOf(own, name)?.conclusion === 'success',
  );
  const isOpen = pull.state === 'open' && !pull.draft;
  return isOpen && isGood && planOf(pull, checks) !== undefined;
}
