import { PartUse, planServiceParts } from './planParts';
import { EnvironmentModel, RenderModel } from './RenderModel';

/** The parts that a request is made of. `committed` are the files of the infrastructure repository. */
export function planRequestParts(
  model: RenderModel,
  committed: ReadonlySet<string>,
): PartUse[] {
  switch (model.path) {
    case 'new-service':
      return planServiceParts(model);
    case 'static-site':
      return [
        use('catalog', 'catalog', model),
        ...model.environments.map(environment =>
          inRoot('terraform/site', { ...model, environment }),
        ),
      ];
    case 'add-queue':
      return model.environments.flatMap(environment =>
        queueParts({ ...model, environment }, committed),
      );
    default:
      throw new Error(`Unknown path ${model.path satisfies never}`);
  }
}

type InEnvironment = RenderModel & { readonly environment: EnvironmentModel };

function queueParts(
  model: InEnvironment,
  committed: ReadonlySet<string>,
): PartUse[] {
  const { queues, terraformRoot } = model.environment;
  const first = !committed.has(`${terraformRoot}/idempotency.tf`);
  return [
    ...queues.map(queue => inRoot('terraform/queue', { ...model, queue })),
    // The first queue of a service brings the table that remembers what was handled.
    ...(first ? [inRoot('terraform/idempotency', model)] : []),
  ];
}

function inRoot<T extends InEnvironment>(part: string, values: T): PartUse {
  return use(part, values.environment.terraformRoot, values);
}

function use(part: string, target: string, values: PartUse['values']): PartUse {
  return { part, target, repository: 'infrastructure', values };
}
