import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { annotations, SQS_QUEUE_TYPE } from '@slipway/platform-common';

/** Ways in which providers mark queues: ours and Roadie's, and AWS Labs'. */
const FILTER: Array<Record<string, string>> = [
  { kind: 'resource', 'spec.type': SQS_QUEUE_TYPE },
  {
    kind: 'resource',
    [`metadata.annotations.${annotations.awsResourceType}`]: 'AWS::SQS::Queue',
  },
];

/** The queues of the catalog, read as the search backend: who may find them is asked when somebody searches. */
export class CatalogQueueEntities {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(deps: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = deps.auth;
    this.#catalog = deps.catalog;
  }

  /** With these fields only. */
  async read(fields: string[]): Promise<Entity[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const entities: Entity[] = [];
    for await (const page of this.#catalog.streamEntities(
      { filter: FILTER, fields },
      { credentials },
    )) {
      entities.push(...page);
    }
    return entities;
  }
}
