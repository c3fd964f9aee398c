import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { dev, prod } from '../__testUtils__/facts';
import { createLife } from '../createLife';
import { CallerReader } from '../services/CallerReader';
import { DefaultChangeDecisions } from '../services/DefaultChangeDecisions';
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
  readonly decisions: DefaultChangeDecisions;
  /** Apart from the others, which tell by their reads when they began. */
  readonly records: DefaultChangeDecisions;
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
    });
    const shared = { surroundings, callers, store, lifeStore };
    const { reconciler } = createLife({
      ...{ ...shared, facts, sources },
      slug: SLUG,
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
    const decide = { ...shared, personFor, changed };
    this.decisions = new DefaultChangeDecisions({
      ...decide,
      facts: new FactsReader(uncachedSources(deciding), deciding),
    });
    this.records = new DefaultChangeDecisions({ ...decide, facts });
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
