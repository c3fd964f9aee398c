import {
  EcsServiceResource,
  FetchEngine,
  Source,
} from '@slipway/platform-node';
import {
  ECS_BATCH,
  EcsServicesClient,
  StoppedTask,
} from '../../clients/EcsServicesClient';
import { EcsService } from '../../clients/toEcsService';

/** @internal */
export interface TaskDefinitionKey {
  readonly resource: EcsServiceResource;
  readonly taskDefinition: string;
}

/** The cached reads of ECS. */
export interface EcsSources {
  readonly services: Source<EcsServiceResource, EcsService>;
  /** A task definition revision never changes. */
  readonly images: Source<TaskDefinitionKey, readonly string[]>;
  /** Asked for only while a service is not well. */
  readonly stoppedTasks: Source<EcsServiceResource, readonly StoppedTask[]>;
}

const upstream = 'ecs';
const describe = ({ environment, service }: EcsServiceResource) => ({
  upstream,
  environment: environment.name,
  target: service,
});
/** The cluster is part of it since DescribeServices takes services of one cluster only. */
const target = ({ environment, cluster }: EcsServiceResource) =>
  `${environment.account}/${environment.region}/${cluster}`;

function createServicesSource(engine: FetchEngine, client: EcsServicesClient) {
  return engine.createSource<EcsServiceResource, EcsService>({
    upstream,
    operation: 'DescribeServices',
    key: ({ arn }) => arn,
    target,
    describe,
    ttl: { seconds: 4 },
    staleFor: { minutes: 15 },
    deadline: { seconds: 10 },
    maxBatch: ECS_BATCH,
    load: (resources, context) => client.describe(resources, context),
  });
}

/** @internal */
export function createEcsSources(
  engine: FetchEngine,
  client: EcsServicesClient,
): EcsSources {
  return {
    services: createServicesSource(engine, client),
    images: engine.createSource<TaskDefinitionKey, readonly string[]>({
      upstream,
      operation: 'DescribeTaskDefinition',
      key: ({ taskDefinition }) => taskDefinition,
      target: ({ resource }) => target(resource),
      describe: ({ resource }) => describe(resource),
      ttl: { days: 1 },
      staleFor: { days: 30 },
      deadline: { seconds: 10 },
      load: async ([{ resource, taskDefinition }], context) => {
        const images = await client.images(resource, taskDefinition, context);
        return new Map([[taskDefinition, images]]);
      },
    }),
    stoppedTasks: engine.createSource<
      EcsServiceResource,
      readonly StoppedTask[]
    >({
      upstream,
      operation: 'DescribeStoppedTasks',
      key: ({ arn }) => arn,
      target,
      describe,
      ttl: { seconds: 30 },
      staleFor: { minutes: 5 },
      deadline: { seconds: 10 },
      load: async ([resource], context) =>
        new Map([[resource.arn, await client.stoppedTasks(resource, context)]]),
    }),
  };
}
