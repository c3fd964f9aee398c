import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { annotations, SlipwayEnvironment } from '@slipway/platform-common';
import { CallerCredentials } from '@slipway/platform-node';
import {
  ChangeApply,
  CreatedThing,
  resourceWord,
} from '@slipway/plugin-infra-prs-common';

const MOST = 50;
const ARN = annotations.sqsQueueArn;

/** Resources that people know by name, of all roots; what may be a secret's is not among them. Pure. */
export function createdThings(apply: ChangeApply | undefined): CreatedThing[] {
  return (apply?.roots ?? [])
    .flatMap(({ environment, created }) =>
      created.flatMap(({ type, name }) =>
        name && resourceWord(type) !== type
          ? [{ environment, type, name }]
          : [],
      ),
    )
    .slice(0, MOST);
}

/** Finds the entities of what an apply has made. */
export class CreatedThings {
  readonly #catalog: CatalogService;
  readonly #environments: readonly SlipwayEnvironment[];

  constructor(
    catalog: CatalogService,
    environments: readonly SlipwayEnvironment[],
  ) {
    this.#catalog = catalog;
    this.#environments = environments;
  }

  /** As the caller; without the catalog there are no entities. */
  async read(
    apply: ChangeApply | undefined,
    credentials: CallerCredentials,
  ): Promise<CreatedThing[]> {
    const things = createdThings(apply);
    const arns = things.flatMap(thing => this.#arnOf(thing) ?? []);
    if (arns.length === 0) return things;
    const refs = await this.#refsOf(arns, credentials).catch(
      () => new Map<string, string>(),
    );
    return things.map(thing => ({
      ...thing,
      entityRef: refs.get(this.#arnOf(thing) ?? ''),
    }));
  }

  async #refsOf(
    arns: string[],
    credentials: CallerCredentials,
  ): Promise<ReadonlyMap<string, string>> {
    const { items } = await this.#catalog.getEntities(
      { filter: { kind: 'Resource', [`metadata.annotations.${ARN}`]: arns } },
      { credentials },
    );
    return new Map(
      items.flatMap(entity => {
        const arn = entity.metadata.annotations?.[ARN];
        return arn ? [[arn, stringifyEntityRef(entity)] as const] : [];
      }),
    );
  }

  #arnOf({ environment, type, name }: CreatedThing): string | undefined {
    const place = this.#environments.find(each => each.name === environment);
    if (!place || type !== 'aws_sqs_queue') return undefined;
    return `arn:aws:sqs:${place.region}:${place.account}:${name}`;
  }
}
