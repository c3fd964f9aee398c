import { PathName } from '../services/pathNames';
import { PartUse, planServiceParts } from './planParts';
import { RenderModel } from './RenderModel';

/** The parts that a request is made of. */
export function planRequestParts(
  path: PathName,
  model: RenderModel,
): PartUse[] {
  switch (path) {
    case 'new-service':
      return planServiceParts(model);
    case 'static-site':
      return [
        {
          part: 'catalog',
          target: 'catalog',
          repository: 'infrastructure',
          values: model,
        },
        ...model.environments.map(
          (environment): PartUse => ({
            part: 'terraform/site',
            target: environment.terraformRoot,
            repository: 'infrastructure',
            values: { ...model, environment },
          }),
        ),
      ];
    case 'add-queue':
      return model.environments.flatMap(environment =>
        environment.queues.map(
          (queue): PartUse => ({
            part: 'terraform/queue',
            target: environment.terraformRoot,
            repository: 'infrastructure',
            values: { ...model, environment, queue },
          }),
        ),
      );
    default:
      throw new Error(`Unknown path ${path satisfies never}`);
  }
}
