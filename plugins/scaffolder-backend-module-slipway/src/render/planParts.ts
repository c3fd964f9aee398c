import { snakeName } from '@slipway/platform-common';
import {
  EnvironmentModel,
  EnvironmentRenderModel,
  QueueRenderModel,
  RenderModel,
  SubscriptionModel,
  SubscriptionRenderModel,
} from './RenderModel';

/** Values of a part: those of the request, with the environment, queue or subscription that it is written for. */
export type PartValues =
  | RenderModel
  | EnvironmentRenderModel
  | QueueRenderModel
  | SubscriptionRenderModel;

/** One use of a part: which files, where to, with which values. */
export interface PartUse {
  /** Folder below `templates/_parts`. */
  readonly part: string;
  /** Folder in its repository; empty for the root. */
  readonly target: string;
  readonly repository: 'infrastructure' | 'service';
  readonly values: PartValues;
}

/** The parts that a new service is made of. */
export function planServiceParts(model: RenderModel): PartUse[] {
  const { spec } = model;
  const eks = spec.platform === 'eks';
  return [
    use('repository', '', model, 'service'),
    use('catalog', 'catalog', model),
    ...(eks
      ? [use('gitops/base', `gitops/apps/${spec.name}/base`, model)]
      : []),
    ...model.environments.flatMap(environment => [
      ...terraformParts({ ...model, environment }),
      ...(eks ? gitopsParts({ ...model, environment }) : []),
    ]),
  ];
}

function terraformParts(model: EnvironmentRenderModel): PartUse[] {
  const { environment, has, spec } = model;
  const root = (part: string, values: PartValues = model) =>
    use(`terraform/${part}`, environment.terraformRoot, values);
  const when = (condition: boolean, part: string) =>
    condition ? [root(part)] : [];
  return [
    root('root'),
    ...when(spec.platform === 'ecs', 'ecs'),
    ...environment.queues.map(queue => root('queue', { ...model, queue })),
    ...subscriptions(model).map(subscription =>
      root('subscription', { ...model, subscription }),
    ),
    ...when(has.sends, 'sends'),
    ...when(has.publishes, 'publishes'),
    ...when(has.idempotency, 'idempotency'),
    ...when(has.table, 'table'),
    ...when(has.postgres, 'postgres'),
    ...when(has.redis, 'redis'),
  ];
}

function gitopsParts(model: EnvironmentRenderModel): PartUse[] {
  const { environment } = model;
  const argocd = `gitops/argocd/${environment.name}`;
  return [
    use('gitops/overlay', environment.overlay, model),
    use('gitops/argocd', argocd, model),
    use('gitops/project', argocd, model),
  ];
}

function subscriptions(model: EnvironmentRenderModel): SubscriptionModel[] {
  const { spec, environment } = model;
  return spec.subscriptions.flatMap(subscription => {
    const queue = environment.queues.find(
      ({ name }) => name === subscription.queue,
    );
    if (!queue) return [];
    return [
      {
        ...subscription,
        queue,
        arn: sourceArn(environment, subscription),
        snake: snakeName(subscription.name),
      },
    ];
  });
}

function sourceArn(
  { facts }: EnvironmentModel,
  { source, name }: { source: 'topic' | 'bus'; name: string },
): string {
  return (source === 'topic' ? facts.topics : facts.event_buses)[name] ?? '';
}

function use(
  part: string,
  target: string,
  values: PartValues,
  repository: PartUse['repository'] = 'infrastructure',
): PartUse {
  return { part, target, values, repository };
}
