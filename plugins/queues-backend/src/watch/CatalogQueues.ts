import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { annotations, SQS_QUEUE_TYPE } from '@slipway/platform-common';
import { EntityResources } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';

/** A queue that has an entity of its own in the catalog. */
export interface CatalogQueue extends QueueKey {
  /** Ref of the entity. */
  readonly entityRef: string;
  /** Ref of who owns the entity. */
  readonly owner: string;
}

/** Ways in which providers mark queues: ours and Roadie's, and AWS Labs'. */
const FILTERS: Array<Record<string, string>> = [
  { kind: 'resource', 'spec.type': SQS_QUEUE_TYPE },
  {
    kind: 'resource',
    [`metadata.annotations.${annotations.awsResourceType}`]: 'AWS::SQS::Queue',
  },
];

/** All queues of the catalog, whoever owns them: read with the plugin's own credentials, for nobody's eyes. */
export class CatalogQueues {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #entityResources: EntityResources;

  constructor(deps: {
    auth: AuthService;
    catalog: CatalogService;
    entityResources: EntityResources;
  }) {
    this.#auth = deps.auth;
    this.#catalog = deps.catalog;
    this.#entityResources = deps.entityResources;
  }

  /** Each queue once, and only those that lie in a known environment and have an owner. */
  async list(): Promise<CatalogQueue[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const found = new Map<string, CatalogQueue>();
    for await (const page of this.#catalog.streamEntities(
      {
        filter: FILTERS,
        fields: ['kind', 'metadata', 'spec.type', 'spec.owner', 'relations'],
      },
      { credentials },
    )) {
      for (const entity of page) {
        const owner = ownerOf(entity);
        if (owner) {
          const entityRef = stringifyEntityRef(entity);
          const queues = await this.#entityResources.queues(
            entity,
            credentials,
          );
          for (const queue of queues.resources) {
            found.set(queue.arn, { ...queue, entityRef, owner });
          }
        }
      }
    }
    return [...found.values()];
  }
}

function ownerOf({ relations, spec }: Entity): string | undefined {
  const relation = relations?.find(({ type }) => type === RELATION_OWNED_BY);
  if (relation) {
    return relation.targetRef;
  }
  try {
    return typeof spec?.owner === 'string'
      ? stringifyEntityRef(parseEntityRef(spec.owner, { defaultKind: 'group' }))
      : undefined;
  } catch {
    return undefined;
  }
}
