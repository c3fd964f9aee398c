import { Redrive, RedrivePreview } from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes, SqsClient } from '../clients/SqsClient';
import { QueueSources } from '../services/queueSources';
import { ResolvedQueue } from '../services/QueueResolver';
import { blockersOf, PreviewFacts, risksOf } from './previewFacts';
import { QueueFlags } from './QueueFlags';
import { RedriveLister } from './RedriveLister';
import { Acting } from '../acts/Acting';

const DEADLINE_MS = 10_000;
/** Source queues whose history is looked at. */
const MAX_SOURCES = 10;

/** Config below `slipway.queues` that rules redrives. */
export interface RedriveRules {
  readonly readOnly: boolean;
  /** Messages per second. */
  readonly defaultVelocity: number;
  readonly maxVelocity: number;
}

/** A dead-letter queue now, and the queues that feed it. */
export interface DeadLetterFacts {
  readonly attributes: QueueAttributes;
  readonly sources: readonly QueueKey[];
}

/** Reads what has to be known before a redrive. */
export class PreviewReader {
  readonly #deps: {
    readonly flags: QueueFlags;
    readonly lister: RedriveLister;
    readonly rules: RedriveRules;
    readonly sources: QueueSources;
    readonly sqs: SqsClient;
  };

  constructor(deps: {
    flags: QueueFlags;
    lister: RedriveLister;
    rules: RedriveRules;
    sources: QueueSources;
    sqs: SqsClient;
  }) {
    this.#deps = deps;
  }

  /** Depth and sources as they are now, past all caches. @throws UpstreamError */
  async facts({ key }: ResolvedQueue): Promise<DeadLetterFacts> {
    const { sqs } = this.#deps;
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const [attributes, names] = await Promise.all([
      sqs.getAttributes(key, { signal }),
      sqs.listSourceQueues(key, { signal }),
    ]);
    return { attributes, sources: names.map(name => sourceKey(key, name)) };
  }

  /** @throws UpstreamError */
  async preview({ queue, userRef }: Acting): Promise<RedrivePreview> {
    const { flags, lister, rules } = this.#deps;
    const { attributes, sources } = await this.facts(queue);
    const targets = sources.map(({ name }) => name);
    const [reasons, redrives] = await Promise.all([
      flags.reasons(queue, sources),
      lister.list(queue.key, targets),
    ]);
    const running = redrives.find(isActive);
    const facts: PreviewFacts = {
      count: attributes.visible,
      fifo: attributes.fifo,
      readOnly: rules.readOnly,
      isDeadLetterQueue: queue.isDeadLetterQueue || sources.length > 0,
      flags: reasons,
      running,
      now: Date.now(),
      ...(await this.#histories(queue.key, sources)),
    };
    return {
      queue: queue.key.name,
      environment: queue.key.environment.name,
      count: attributes.visible,
      targets,
      fifo: attributes.fifo,
      defaultVelocity: rules.defaultVelocity,
      maxVelocity: rules.maxVelocity,
      startedBy: userRef,
      blockers: blockersOf(facts),
      risks: risksOf(facts),
      ...(running && { running }),
    };
  }

  async #histories(key: QueueKey, sources: readonly QueueKey[]) {
    const looked = sources.slice(0, MAX_SOURCES);
    const [own, ...others] = await this.#deps.sources.histories.getMany([
      key,
      ...looked,
    ]);
    return {
      history: own.data,
      sources: sources.map(({ name }, index) => ({
        name,
        history: others[index]?.data,
      })),
    };
  }
}

function isActive({ status }: Redrive): boolean {
  return ['starting', 'running', 'cancelling'].includes(status);
}

/** SQS keeps a dead-letter queue and its sources in one account and region. */
function sourceKey({ arn, environment }: QueueKey, name: string): QueueKey {
  return {
    arn: `${arn.slice(0, arn.lastIndexOf(':') + 1)}${name}`,
    name,
    environment,
  };
}
