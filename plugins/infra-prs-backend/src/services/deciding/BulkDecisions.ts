import { isError, ServiceUnavailableError, toError } from '@backstage/errors';
import { BulkCommand, BulkOutcome } from '@slipway/plugin-infra-prs-common';
import { Actor, ChangeDecisions, DecisionOutcome } from '../ChangeService';

type Item = BulkCommand['items'][number];

/** Runs the decision about one change, for example inside an audit event of its own. */
export type RunOne = (
  item: Item,
  decide: () => Promise<DecisionOutcome>,
) => Promise<DecisionOutcome>;

/** Merges move the branch they go to, so they wait for each other; GitHub wants actions one after another too. */
const AT_ONCE = { approve: 3, merge: 1 } as const;
/** What somebody may not, and what has moved, is refused; anything else went wrong. */
const REFUSALS = ['NotAllowedError', 'ConflictError', 'NotFoundError'];

function outcomeOf(number: number, error: unknown): BulkOutcome {
  const { name, message } = toError(error);
  const outcome = REFUSALS.includes(name) ? 'refused' : 'failed';
  return { number, outcome, message };
}

/** Decides about several changes, each by itself: what is refused for one does not stop the others. */
export class BulkDecisions {
  readonly #decisions: Pick<ChangeDecisions, 'approve' | 'merge'>;

  constructor(decisions: Pick<ChangeDecisions, 'approve' | 'merge'>) {
    this.#decisions = decisions;
  }

  /** Outcomes in the order of the items. When GitHub is in trouble, the rest is not tried. */
  async decide(
    { decision, items }: BulkCommand,
    actor: Actor,
    runOne: RunOne,
  ): Promise<BulkOutcome[]> {
    const outcomes = new Map<number, BulkOutcome>();
    const waiting = [...items];
    let trouble: string | undefined;
    const decideNext = async (item: Item) => {
      const { number } = item;
      try {
        const { after } = await runOne(item, () =>
          this.#decideOne(decision, item, actor),
        );
        outcomes.set(number, { number, outcome: 'done', after });
      } catch (error) {
        outcomes.set(number, outcomeOf(number, error));
        if (isError(error) && error.name === ServiceUnavailableError.name) {
          trouble = error.message;
        }
      }
    };
    const work = async () => {
      while (waiting.length > 0 && !trouble) {
        await decideNext(waiting.splice(0, 1)[0]);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE[decision] }, work));
    return items.map(
      ({ number }) =>
        outcomes.get(number) ?? {
          number,
          outcome: 'not_tried',
          message: `Not tried, after this: ${trouble}`,
        },
    );
  }

  #decideOne(
    decision: BulkCommand['decision'],
    { number, headSha, planDigest }: Item,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    const command = { headSha, planDigest };
    return this.#decisions[decision](number, command, actor, { inBulk: true });
  }
}
