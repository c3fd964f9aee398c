import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { InfrastructureRepository } from '@slipway/platform-common';
import { z } from 'zod';
import { FactsReader, TouchedFacts } from '../services/FactsReader';
import { GITHUB_TOPICS, touchedBy } from './GithubEvents';

/** Under which a replica tells the others what it found to have changed. */
const TOPIC = 'slipway.infra-prs.touched';

const newsSchema = z.object({
  repository: z.string(),
  numbers: z.array(z.number()),
  shas: z.array(z.string()),
  sparesLists: z.boolean().optional(),
});

/**
 * Lets every replica forget what moved. Of the subscribers of one id only one gets an event, so the looks at a change are
 * shared out; for this, each replica has an id of its own, which the events backend removes some time after the replica is gone.
 */
export class ReplicaNews {
  readonly #events: EventsService;
  readonly #facts: Pick<FactsReader, 'forgetTouched'>;
  readonly #logger: LoggerService;
  readonly #repository: InfrastructureRepository;
  readonly #slug: string;

  constructor(deps: {
    events: EventsService;
    facts: Pick<FactsReader, 'forgetTouched'>;
    logger: LoggerService;
    repository: InfrastructureRepository;
  }) {
    this.#events = deps.events;
    this.#facts = deps.facts;
    this.#logger = deps.logger;
    this.#repository = deps.repository;
    const { host, owner, repo } = deps.repository;
    this.#slug = `${host}/${owner}/${repo}`;
  }

  async listen(): Promise<void> {
    await this.#events.subscribe({
      id: `changes-of-replica-${randomUUID()}`,
      topics: [...GITHUB_TOPICS, TOPIC],
      onEvent: async event => this.#forget(event),
    });
  }

  /** Others that are not reached show what they have until it runs out. */
  async tell({ numbers, shas, sparesLists }: TouchedFacts): Promise<void> {
    const news = { numbers, shas, sparesLists };
    const eventPayload = { repository: this.#slug, ...news };
    try {
      await this.#events.publish({ topic: TOPIC, eventPayload });
    } catch (error) {
      this.#logger.warn('Other replicas could not be told', toError(error));
    }
  }

  #forget(event: EventParams): void {
    const touched = this.#touchedBy(event);
    if (touched) this.#facts.forgetTouched(touched);
  }

  #touchedBy(event: EventParams): TouchedFacts | undefined {
    if (event.topic !== TOPIC) return touchedBy(event, this.#repository);
    const { data } = newsSchema.safeParse(event.eventPayload);
    return data?.repository === this.#slug ? data : undefined;
  }
}
