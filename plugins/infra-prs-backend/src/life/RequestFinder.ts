import { RequestPage, RequestSummary } from '@slipway/plugin-infra-prs-common';
import { Owners } from '../services/Owners';
import { KeptRequest, LifeStore } from '../store/LifeStore';
import { ownerOfForm } from '../services/ownerOfForm';

function stateOf({ mergedAt, state }: KeptRequest): RequestSummary['state'] {
  if (mergedAt) return 'merged';
  return state === 'withdrawn' ? 'closed' : 'open';
}

/** Lists all that is kept, page by page. GitHub is not asked. */
export class RequestFinder {
  readonly #store: Pick<LifeStore, 'page'>;
  readonly #owners: Pick<Owners, 'find'>;

  constructor(options: {
    lifeStore: Pick<LifeStore, 'page'>;
    owners: Pick<Owners, 'find'>;
  }) {
    this.#store = options.lifeStore;
    this.#owners = options.owners;
  }

  /** The oldest first. @throws ServiceUnavailableError */
  async page(asked: { after: number; limit: number }): Promise<RequestPage> {
    const kept = await this.#store.page(asked);
    const refs = kept.flatMap(({ entity }) => entity ?? []);
    const owners = await this.#owners.find(refs);
    return {
      items: kept.map(request => toSummary(request, owners)),
      next: kept.length < asked.limit ? undefined : kept.at(-1)?.number,
    };
  }
}

function toSummary(
  request: KeptRequest,
  owners: ReadonlyMap<string, string>,
): RequestSummary {
  const { entity = '', parameters } = request;
  return {
    number: request.number,
    title: request.title,
    state: stateOf(request),
    stage: request.stage,
    lifeState: request.state,
    stageSince: request.stageSince,
    requesters: request.requesters,
    entityRef: request.entity,
    owner: owners.get(entity) ?? ownerOfForm(parameters),
    environments: request.environments,
    template: request.template,
    changedAt: request.changedAt,
  };
}
