import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { AutoMergeStopper } from '../clients/AutoMergeStopper';
import { brokenGlass } from '../life/breakingGlass';
import { Assessment } from './assessChange';
import { whyStopMerging } from './autoMergeRules';
import { ChangeFacts, PullFacts } from './changeFacts';
import { DecisionLog } from './deciding/DecisionLog';
import { HostRulesReader } from './HostRulesReader';

const DEADLINE_MS = 10_000;

/**
 * Holds auto-merge and the merge queue to Slipway's own rules: what is no longer approved, because the head or the plan
 * moved, must not be merged by itself. It remembers nothing: each look goes by what is there.
 */
export class AutoMergeGuard {
  readonly #stopper: AutoMergeStopper;
  readonly #rules: Pick<HostRulesReader, 'readQueueEntry' | 'forgetQueue'>;
  readonly #log: DecisionLog;
  readonly #logger: LoggerService;

  constructor(options: {
    stopper: AutoMergeStopper;
    rules: Pick<HostRulesReader, 'readQueueEntry' | 'forgetQueue'>;
    log: DecisionLog;
    logger: LoggerService;
  }) {
    this.#stopper = options.stopper;
    this.#rules = options.rules;
    this.#log = options.log;
    this.#logger = options.logger;
  }

  /** Stops what must not go on. A failure is logged, and tried again at the next look. */
  async look(facts: ChangeFacts, assessment: Assessment): Promise<void> {
    const { pull } = facts;
    const why = pull.state === 'open' ? whyStopMerging(assessment) : undefined;
    if (!why) return;
    try {
      if (pull.autoMerge) {
        const signal = AbortSignal.timeout(DEADLINE_MS);
        await this.#stopper.disableAutoMerge(pull.nodeId, signal);
        await this.#note(pull, 'Auto-merge was switched off', why);
      } else {
        await this.#leaveQueue(pull, assessment, why);
      }
    } catch (error) {
      this.#logger.error(
        `Change ${pull.number} may merge by itself although it must not (${why}), and that could not be stopped; let the GitHub integration write pull requests`,
        toError(error),
      );
    }
  }

  async #leaveQueue(
    pull: PullFacts,
    { host }: Assessment,
    why: string,
  ): Promise<void> {
    if (!host?.rules.mergeQueue) return;
    if (await this.#isByBreakGlass(pull)) return;
    const entry = await this.#rules.readQueueEntry(pull.number);
    if (!entry) return;
    const signal = AbortSignal.timeout(DEADLINE_MS);
    await this.#stopper.dequeue(pull.nodeId, signal);
    this.#rules.forgetQueue(pull.number);
    await this.#note(pull, 'It was taken out of the merge queue', why);
  }

  /** Who broke the glass for this very head wants it merged although it is not approved. */
  async #isByBreakGlass({ number, headSha }: PullFacts): Promise<boolean> {
    return brokenGlass(await this.#log.events(number), headSha).length > 0;
  }

  #note(
    { number, headSha }: PullFacts,
    what: string,
    why: string,
  ): Promise<void> {
    const at = new Date().toISOString();
    return this.#log.addEvent(number, {
      id: `auto_merge:${headSha}:${at}`,
      at,
      kind: 'auto_merge',
      text: `${what}: ${why}`,
    });
  }
}
