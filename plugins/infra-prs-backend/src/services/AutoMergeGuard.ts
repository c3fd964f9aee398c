import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { AutoMergeStopper } from '../clients/AutoMergeStopper';
import { Assessment } from './assessChange';
import { whyStopMerging } from './autoMergeRules';
import { ChangeFacts } from './changeFacts';
import { HostRulesReader } from './HostRulesReader';

/** What was stopped, and why. */
export interface StoppedMerge {
  readonly what: 'auto-merge' | 'the merge queue';
  readonly why: string;
}

const DEADLINE_MS = 10_000;

/**
 * Holds auto-merge and the merge queue to Slipway's own rules: what is no longer approved, because the head or the plan
 * moved, must not be merged by itself. It remembers nothing: each look goes by what is there.
 */
export class AutoMergeGuard {
  readonly #stopper: AutoMergeStopper;
  readonly #rules: HostRulesReader;
  readonly #logger: LoggerService;

  constructor(options: {
    stopper: AutoMergeStopper;
    rules: HostRulesReader;
    logger: LoggerService;
  }) {
    this.#stopper = options.stopper;
    this.#rules = options.rules;
    this.#logger = options.logger;
  }

  /** Stops what must not go on. A failure is logged, and tried again at the next look. */
  async look(
    facts: ChangeFacts,
    assessment: Assessment,
  ): Promise<StoppedMerge | undefined> {
    const { pull } = facts;
    const why = pull.state === 'open' ? whyStopMerging(assessment) : undefined;
    if (!why) return undefined;
    try {
      if (pull.autoMerge) {
        const signal = AbortSignal.timeout(DEADLINE_MS);
        await this.#stopper.disableAutoMerge(pull.nodeId, signal);
        return { what: 'auto-merge', why };
      }
      return await this.#leaveQueue(facts, assessment, why);
    } catch (error) {
      this.#logger.error(
        `Change ${pull.number} may merge by itself although it must not (${why}), and that could not be stopped; let the GitHub integration write pull requests`,
        toError(error),
      );
      return undefined;
    }
  }

  async #leaveQueue(
    { pull }: ChangeFacts,
    { host }: Assessment,
    why: string,
  ): Promise<StoppedMerge | undefined> {
    if (!host?.rules.mergeQueue) return undefined;
    const entry = await this.#rules.readQueueEntry(pull.number);
    if (!entry) return undefined;
    const signal = AbortSignal.timeout(DEADLINE_MS);
    await this.#stopper.dequeue(pull.nodeId, signal);
    this.#rules.forgetQueue(pull.number);
    return { what: 'the merge queue', why };
  }
}
