import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { dev, prod } from '../__testUtils__/facts';
import { createDecisions } from '../createDecisions';
import { createLife } from '../createLife';
import { CallerReader } from '../services/CallerReader';
import { ChangeDecisions } from '../services/ChangeService';
import { FactsReader } from '../services/FactsReader';
import { createSurroundingsReader } from '../services/surroundings';
import { GithubEvents } from '../watch/GithubEvents';
import { LookQueue } from '../watch/LookQueue';
import { Poll } from '../watch/Poll';
import { createGatedPerson, Violated } from './GatedPerson';
import { createGatedReader } from './GatedReader';
import { Gates } from './Gates';
import { HistoryStores } from './HistoryDatabase';
import { Delivery, ModelGithub } from './ModelGithub';
import { GROUPS, PEOPLE, refOf, users } from './people';
import { uncachedSources } from './uncachedSources';

const SLUG = 'host/acme/infrastructure';
const REPOSITORY = {
  host: 'host',
  owner: 'acme',
  repo: 'infrastructure',
  branch: 'main',
};

/** GitHub itself wants nothing here: only the portal's own rules keep it from merging. */
const NO_RULES = {
  approvals: 0,
  codeOwners: false,
  dismissesStale: false,
  requiredChecks: [],
  mergeQueue: false,
  words: [],
};

/** Emergencies are told to people; there are none here. */
const SILENT = {
  logger: mockServices.rootLogger({ level: 'none' }),
  notifications: { send: async () => {} },
};

const people = new Map(
  PEOPLE.map(login => [
    login,
    {
      login,
      userEntityRef: refOf(login),
      ownershipEntityRefs: [refOf(login), GROUPS[login]],
    },
  ]),
);

const callers = new CallerReader({
  auth: mockServices.auth(),
  catalog: catalogServiceMock({ entities: users }),
  userInfo: {
    async getUserInfo(credentials: BackstageCredentials) {
      const { userEntityRef } = Object(credentials.principal);
      const login = String(userEntityRef).replace(/^.*\//, '');
      return {
        userEntityRef,
        ownershipEntityRefs: people.get(login)?.ownershipEntityRefs ?? [],
      };
    },
  },
});

/** What one process of the portal is made of: the product's own parts, over the model of GitHub and the shared database. */
export class Replica {
  readonly queue: LookQueue;
  readonly decisions: ChangeDecisions;
  /** Apart from the others, which tell by their reads when they began. */
  readonly records: ChangeDecisions;
  readonly #events: GithubEvents;
  readonly #poll: Poll;
  readonly #gates: Gates;

  constructor(options: {
    github: ModelGithub;
    gates: Gates;
    stores: HistoryStores;
    violated: Violated;
    now: () => number;
  }) {
    const { github, gates, stores, violated } = options;
    const { lifeStore, store } = stores;
    this.#gates = gates;
    const reader = createGatedReader(github, gates, this);
    const sources = uncachedSources(reader);
    const facts = new FactsReader(sources, reader);
    const surroundings = createSurroundingsReader({
      store,
      people: { find: async () => people },
      environments: [dev, prod],
      rules: {
        read: async () => ({ rules: NO_RULES, allowsAutoMerge: false }),
      },
    });
    const shared = { surroundings, callers, store, lifeStore };
    const { reconciler } = createLife({
      ...{ ...shared, facts, sources },
      slug: SLUG,
      guard: { look: async () => {} },
    });
    this.queue = new LookQueue({
      look: number => reconciler.look(number),
      failed: () => {},
    });
    const changed = async (number: number) => this.queue.ask(number);
    const began = new Map<number, number>();
    const deciding = createGatedReader(github, gates, this, began);
    const since = (number: number) => began.get(number) ?? Infinity;
    const acting = { github, gates, owner: this, violated, since };
    const personFor = (login: string) =>
      createGatedPerson({ ...acting, login });
    const decide = { ...shared, ...SILENT, personFor, changed };
    this.decisions = createDecisions({
      ...decide,
      facts: new FactsReader(uncachedSources(deciding), deciding),
    }).decisions;
    this.records = createDecisions({ ...decide, facts }).decisions;
    const watching = { facts, sources, store: lifeStore, queue: this.queue };
    this.#events = new GithubEvents({ ...watching, repository: REPOSITORY });
    const { now } = options;
    this.#poll = new Poll({ ...watching, github: reader, now });
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
}

export const actorOf = (login: string) => ({
  credentials: mockCredentials.user(refOf(login)),
  githubToken: login,
});
