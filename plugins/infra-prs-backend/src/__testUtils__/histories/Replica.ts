import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { EventParams } from '@backstage/plugin-events-node';
import { createDecisions } from '../../createDecisions';
import { createLife } from '../../createLife';
import { FactsReader } from '../../services/FactsReader';
import { startWatch } from '../../watch/startWatch';
import { createAftermath } from './createAftermath';
import { createGuard } from './createGuard';
import { callers, createSurroundings } from './createParts';
import { createGatedPerson, Violated } from './GatedPerson';
import { createGatedReader, nothingBegan } from './GatedReader';
import { Gates } from './Gates';
import { HistoryStores } from './HistoryDatabase';
import { Delivery, ModelGithub } from './ModelGithub';
import { refOf } from './people';
import { Told } from './Told';
import { uncachedSources } from './uncachedSources';

const REPOSITORY = {
  host: 'host',
  owner: 'acme',
  repo: 'infrastructure',
  branch: 'main',
};

interface ReplicaOptions {
  readonly github: ModelGithub;
  readonly gates: Gates;
  readonly stores: HistoryStores;
  readonly told: Told;
  readonly violated: Violated;
  readonly now: () => number;
  /** Whether somebody noted why a head is merged past the rules. */
  readonly isExplained: (number: number, head: string) => Promise<boolean>;
  /** A look that began at a step, and came to its end. */
  readonly looked: (number: number, began: number) => void;
}

type Decisions = ReturnType<typeof createDecisions>;

/** What one process of the portal is made of: the product's own parts, over the model of GitHub and the shared database. */
export class Replica {
  readonly decisions: Decisions;
  /** Apart from the others, which tell by their reads when they began. */
  readonly records: Decisions;
  readonly #options: ReplicaOptions;
  readonly #handlers: Array<(event: EventParams) => Promise<void>> = [];
  #poll: (signal: AbortSignal) => Promise<void> | void = () => {};
  #stop: () => void = () => {};
  #isKilled = false;

  static async start(options: ReplicaOptions): Promise<Replica> {
    const replica = new Replica(options);
    await replica.#watch();
    return replica;
  }

  private constructor(options: ReplicaOptions) {
    this.#options = options;
    this.records = this.#decide();
    this.decisions = this.#decide();
  }

  get isKilled(): boolean {
    return this.#isKilled;
  }

  async deliver({ id, name, payload }: Delivery): Promise<void> {
    const event = {
      topic: `github.${name}`,
      eventPayload: payload,
      metadata: { 'x-github-delivery': id },
    };
    await Promise.all(this.#handlers.map(handle => handle(event)));
  }

  async poll(): Promise<void> {
    await this.#poll(new AbortController().signal);
  }

  kill(): void {
    this.#isKilled = true;
    this.#stop();
    this.#options.gates.kill(this);
  }

  #changed: (number: number) => Promise<void> = async () => {};

  #lifeParts() {
    const { github, gates, stores } = this.#options;
    const { lifeStore, store } = stores;
    const reader = createGatedReader(github, gates, this);
    const sources = uncachedSources(reader);
    const facts = new FactsReader(sources, reader);
    const { reconciler } = createLife({
      ...{ lifeStore, facts, sources },
      surroundings: createSurroundings(store, github.world),
      slug: 'host/acme/infrastructure',
      guard: createGuard(github, gates, this, lifeStore),
      aftermath: createAftermath(github, gates, this),
    });
    return { facts, sources, reconciler, github: reader };
  }

  async #watch(): Promise<void> {
    const { github, gates, looked, now, stores, told } = this.#options;
    const { reconciler, ...parts } = this.#lifeParts();
    this.#changed = await startWatch({
      ...{ ...parts, ...stores, now },
      repository: REPOSITORY,
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
      logger: mockServices.rootLogger({ level: 'none' }),
      signals: { publish: async () => {} },
      notifications: told.sender(gates, this),
      reconciler: {
        look: async number => {
          const began = github.now;
          const turn = await reconciler.look(number);
          looked(number, began);
          return turn;
        },
      },
      events: {
        publish: async () => {},
        subscribe: async ({ onEvent }) => {
          this.#handlers.push(onEvent);
        },
      },
      lifecycle: {
        addShutdownHook: stop => {
          this.#stop = stop;
        },
      },
      scheduler: {
        scheduleTask: async ({ fn }) => {
          this.#poll = fn;
        },
      },
    });
  }

  #decide(): Decisions {
    const { github, gates, isExplained, stores, violated } = this.#options;
    const began = nothingBegan();
    const reader = createGatedReader(github, gates, this, began);
    const acting = { github, gates, violated, began, owner: this };
    return createDecisions({
      ...{ ...stores, callers },
      surroundings: createSurroundings(stores.store, github.world),
      facts: new FactsReader(uncachedSources(reader), reader),
      personFor: token => {
        const [login, caller, glass] = token.split('/');
        const extra = glass ? { isExplained } : {};
        return createGatedPerson({ ...acting, ...extra, login, caller });
      },
      changed: number => this.#changed(number),
    });
  }
}

/** Somebody who calls, with a GitHub account that ought to be theirs. */
export const actorOf = (
  login: string,
  options: { account?: string; glass?: true } = {},
) => ({
  credentials: mockCredentials.user(refOf(login)),
  githubToken: [
    options.account ?? login,
    login,
    ...(options.glass ? ['glass'] : []),
  ].join('/'),
});
