import { EventParams } from '@backstage/plugin-events-node';
import { InfrastructureRepository } from '@slipway/platform-common';
import { ChangeSources } from '../services/ChangeSources';
import { FactsReader } from '../services/FactsReader';
import { LifeStore } from '../store/LifeStore';
import { LookQueue } from './LookQueue';
import {
  GITHUB_EVENTS,
  readGithubEvent,
  repositoryOf,
  Touched,
} from './readGithubEvent';

/** Under which Backstage's module hands on each kind of event. */
const TOPIC = 'github.';

/** What to subscribe to. */
export const GITHUB_TOPICS = GITHUB_EVENTS.map(name => `${TOPIC}${name}`);

/**
 * Deliveries that this process does not look for twice. That spares GitHub some reads and keeps nothing safe, so it need not
 * outlive the process or be shared: a look that is made once more finds the same (docs/adr/0011-requests-by-level.md).
 */
const REMEMBERED = 10_000;

function header(metadata: EventParams['metadata'], name: string): string {
  const value = metadata?.[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** What an event of the infrastructure repository touches; undefined for those of others, and where it says nothing. */
export function touchedBy(
  { topic, eventPayload }: Pick<EventParams, 'topic' | 'eventPayload'>,
  { host, owner, repo }: InfrastructureRepository,
): Touched | undefined {
  const found = repositoryOf(eventPayload);
  const isOurs =
    found?.host === host &&
    found.name.toLowerCase() === `${owner}/${repo}`.toLowerCase();
  if (!isOurs) return undefined;
  // Between replicas headers are lost, the topic is not.
  return readGithubEvent(topic.slice(TOPIC.length), eventPayload);
}

/**
 * Takes GitHub's events, whose signature Backstage's module has checked, as hints where to look. Replayed, late or forged, an
 * event makes nothing true that GitHub does not say itself.
 */
export class GithubEvents {
  readonly #repository: InfrastructureRepository;
  readonly #facts: Pick<FactsReader, 'forgetTouched'>;
  readonly #pulls: ChangeSources['pulls'];
  readonly #store: Pick<LifeStore, 'numbersOf' | 'list'>;
  readonly #queue: Pick<LookQueue, 'ask'>;
  readonly #delivered = new Set<string>();

  constructor(options: {
    repository: InfrastructureRepository;
    facts: Pick<FactsReader, 'forgetTouched'>;
    sources: Pick<ChangeSources, 'pulls'>;
    store: Pick<LifeStore, 'numbersOf' | 'list'>;
    queue: Pick<LookQueue, 'ask'>;
  }) {
    this.#repository = options.repository;
    this.#facts = options.facts;
    this.#pulls = options.sources.pulls;
    this.#store = options.store;
    this.#queue = options.queue;
  }

  async onEvent({ topic, eventPayload, metadata }: EventParams): Promise<void> {
    const touched = touchedBy({ topic, eventPayload }, this.#repository);
    if (!touched) return;
    if (this.#isReplayed(header(metadata, 'x-github-delivery'))) return;
    this.#facts.forgetTouched(touched);
    for (const number of await this.#numbersOf(touched)) {
      this.#queue.ask(number);
    }
    if (touched.branch !== this.#repository.branch) return;
    // Any of them may conflict now, or not any more.
    for (const number of await this.#openNumbers()) {
      this.#queue.ask(number, 'later');
    }
  }

  #isReplayed(delivery: string): boolean {
    if (!delivery) return false;
    if (this.#delivered.has(delivery)) return true;
    this.#delivered.add(delivery);
    if (this.#delivered.size > REMEMBERED) {
      const [oldest] = this.#delivered;
      this.#delivered.delete(oldest);
    }
    return false;
  }

  async #numbersOf({ numbers, shas }: Touched): Promise<readonly number[]> {
    if (shas.length === 0 || numbers.length > 0) return numbers;
    const kept = await this.#store.numbersOf(shas).catch(() => []);
    if (kept.length > 0) return kept;
    const { data } = await this.#pulls.get('open', { watch: false });
    return (data?.pulls ?? [])
      .filter(({ headSha }) => shas.includes(headSha))
      .map(({ number }) => number);
  }

  async #openNumbers(): Promise<ReadonlySet<number>> {
    const { data } = await this.#pulls.get('open', { watch: false });
    return new Set((data?.pulls ?? []).map(({ number }) => number));
  }
}
