import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CallerCredentials } from '@slipway/platform-node';
import {
  DoraAnswer,
  doraFigures,
  FiguredChange,
} from '@slipway/plugin-infra-prs-common';
import { KeptRequest, LifeStore } from '../store/LifeStore';
import { revertTimes } from './revertTimes';

const DAY = 86_400_000;
/** What was merged so long before a period may still go live in it. Days. */
const LONGEST_ROLLOUT_DAYS = 30;
const REFS_AT_ONCE = 200;

/** Which changes the figures are of. */
export interface FiguresQuery {
  readonly days: number;
  /** A change that is taken back later was good for a while. */
  readonly failureDays: number;
  readonly environment?: string;
  readonly template?: string;
  readonly team?: string;
}

/** Entities by ref; those that are not there, or not to be seen, are left out. */
type Known = ReadonlyMap<string, Entity>;

/** Figures of how changes come to be live, from what is kept of their requests. */
export class FiguresService {
  readonly #store: Pick<LifeStore, 'list' | 'failures'>;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: {
    lifeStore: Pick<LifeStore, 'list' | 'failures'>;
    catalog: CatalogService;
    auth: AuthService;
  }) {
    this.#store = options.lifeStore;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** What is about an entity that the caller may not see does not count. */
  async read(
    { days, failureDays, ...chosen }: FiguresQuery,
    credentials: CallerCredentials,
  ): Promise<DoraAnswer> {
    const to = Date.now();
    const from = to - days * DAY;
    const since = new Date(from - LONGEST_ROLLOUT_DAYS * DAY).toISOString();
    const kept = await this.#store.list({ mergedSince: since });
    const refs = kept.flatMap(({ entity }) => entity ?? []);
    const own = await this.#auth.getOwnServiceCredentials();
    const [seen, known, failures] = await Promise.all([
      this.#entities(refs, credentials),
      this.#entities(refs, own),
      this.#store.failures(kept.map(({ number }) => number)),
    ]);
    const reverts = revertTimes(kept);
    const changes = kept
      // What no catalog knows is nobody's secret: it was removed, or never came.
      .filter(({ entity }) => !entity || seen.has(entity) || !known.has(entity))
      .map(request => toFigured(request, seen, failures, reverts));
    return doraFigures(changes, { ...chosen, from, to, failureDays });
  }

  async #entities(
    refs: readonly string[],
    credentials: CallerCredentials,
  ): Promise<Known> {
    const found = new Map<string, Entity>();
    const all = [...new Set(refs)];
    for (let at = 0; at < all.length; at += REFS_AT_ONCE) {
      const entityRefs = all.slice(at, at + REFS_AT_ONCE);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs },
        { credentials },
      );
      items.forEach((entity, index) => {
        if (entity) found.set(entityRefs[index], entity);
      });
    }
    return found;
  }
}

function toFigured(
  request: KeptRequest,
  seen: Known,
  failures: ReadonlyMap<number, string>,
  reverts: ReadonlyMap<number, string>,
): FiguredChange {
  const { number, entity = '' } = request;
  const owner = seen
    .get(entity)
    ?.relations?.find(({ type }) => type === RELATION_OWNED_BY);
  return {
    number,
    team: owner?.targetRef,
    environments: request.environments,
    template: request.template,
    state: request.state,
    requestedAt: request.requestedAt,
    plannedAt: request.plannedAt,
    approvedAt: request.approvedAt,
    mergedAt: request.mergedAt,
    liveAt: request.liveAt,
    failedAt: failures.get(number),
    revertedAt: reverts.get(number),
  };
}
