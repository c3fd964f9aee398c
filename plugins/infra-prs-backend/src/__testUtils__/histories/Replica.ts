import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createDecisions } from '../../createDecisions';
import { createLife } from '../../createLife';
import { ChangeDecisions } from '../../services/ChangeService';
import { FactsReader } from '../../services/FactsReader';
import { GithubEvents } from '../../watch/GithubEvents';
import { LookQueue } from '../../watch/LookQueue';
import { Poll } from '../../watch/Poll';
import { callers, createSurroundings } from './createParts';
import { createGatedPerson, Violated } from './GatedPerson';
import { createGatedReader } from './GatedReader';
import { Gates } from './Gates';
import { HistoryStores } from './HistoryDatabase';
import { Delivery, ModelGithub } from './ModelGithub';
import { refOf } from './people';
import { uncachedSources } from './uncachedSources';

const REPOSITORY = {
  host: 'host',
  owner: 'acme',
  repo: 'infrastructure',
  branch: 'main',
};

/** Emergencies are told to people; there are none here. */
const SILENT = {
  logger: mockServices.rootLogger({ level: 'none' }),
  notifications: { send: async () => {} },
};

interface ReplicaOptions {
  readonly github: ModelGithub;
  readonly gates: Gates;
  readonly stores: HistoryStores;
  readonly violated: Violated;
  readonly now: () => number;
}

/** What one process of the portal is made of: the product's own parts, over the model of GitHub and the shared database. */
export class Replica {
  readonly queue: LookQueue;
  readonly decisions: ChangeDecisions;
  /** Apart from the others, which tell by their reads when they began. */
  readonly records: ChangeDecisions;
  readonly #events: GithubEvents;
  readonly #poll: Poll;
  readonly #gates: Gates;

  constructor(options: ReplicaOptions) {
    const { github, gates, now, stores } = options;
    const { lifeStore, store } = stores;
    this.#gates = gates;
    const reader = createGatedReader(github, gates, this);
    const sources = uncachedSources(reader);
    const facts = new FactsReader(sources, reader);
    const surroundings = createSurroundings(store);
    const { reconciler } = createLife({
      ...{ surroundings, lifeStore, facts, sources },
      slug: 'host/acme/infrastructure',
      guard: { look: async () => {} },
    });
    this.queue = new LookQueue({
      look: number => reconciler.look(number),
      failed: () => {},
    });
    const watching = { facts, sources, store: lifeStore, queue: this.queue };
    this.#events = new GithubEvents({ ...watching, repository: REPOSITORY });
    this.#poll = new Poll({ ...watching, github: reader, now });
    this.records = this.#decide(options);
    this.decisions = this.#decide(options);
  }

  deliver({ id, name, payload }: Delivery): Promise<void> {
    return this.#events.onEvent({
      topic: `github.${name}`,
      eventPayload: payload,
      metadata: { 'x-github-delivery': id },
    });
  }

  poll(): Promise<void> {
    return this.#poll.run(new AbortController().signal);
  }

  kill(): void {
    this.queue.stop();
    this.#gates.kill(this);
  }

  #decide({ github, gates, stores, violated }: ReplicaOptions) {
    const began = new Map<number, number>();
    const reader = createGatedReader(github, gates, this, began);
    const acting = {
      ...{ github, gates, violated, owner: this },
      since: (number: number) => began.get(number) ?? Infinity,
    };
    return createDecisions({
      ...{ ...stores, ...SILENT, callers },
      surroundings: createSurroundings(stores.store),
      facts: new FactsReader(uncachedSources(reader), reader),
      personFor: login => createGatedPerson({ ...acting, login }),
      changed: async number => this.queue.ask(number),
    }).decisions;
  }
}

export const actorOf = (login: string) => ({
  credentials: mockCredentials.user(refOf(login)),
  githubToken: login,
});
