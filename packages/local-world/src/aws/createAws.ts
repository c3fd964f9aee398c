import { World, WorldPart } from '../world/WorldPart';
import { AlarmStore } from './cloudwatch/alarms/AlarmStore';
import { createCloudWatchService } from './cloudwatch/createCloudWatchService';
import { MetricStore } from './cloudwatch/MetricStore';
import { CredentialStore, MANAGEMENT_CREDENTIALS } from './CredentialStore';
import { createEcsService } from './ecs/createEcsService';
import { EcsServices } from './ecs/EcsServices';
import { createAwsServer } from './server/createAwsServer';
import { createSqsService } from './sqs/createSqsService';
import { MessageFlow } from './sqs/MessageFlow';
import { MoveTasks } from './sqs/MoveTasks';
import { QueueStore } from './sqs/QueueStore';
import { createStsService } from './sts/createStsService';
import { createTaggingService } from './tagging/createTaggingService';
import { alarmApplier } from './terraform/alarmApplier';
import { DefaultTerraformTarget } from './terraform/DefaultTerraformTarget';
import { ecsServiceApplier } from './terraform/ecsServiceApplier';
import { queueAppliers } from './terraform/queueAppliers';

/** The simulated AWS: what it holds, and the part that answers the SDKs. */
export interface Aws extends WorldPart {
  readonly credentials: CredentialStore;
  readonly queues: QueueStore;
  readonly flow: MessageFlow;
  readonly metrics: MetricStore;
  readonly alarms: AlarmStore;
  readonly moves: MoveTasks;
  readonly terraform: DefaultTerraformTarget;
}

/** What the services of the simulated AWS hold. */
function createStores(
  world: Pick<World, 'clock' | 'environments' | 'workloads'>,
) {
  const { clock, environments, workloads } = world;
  const queues = new QueueStore(clock);
  const metrics = new MetricStore();
  const alarms = new AlarmStore(metrics, clock);
  return {
    clock,
    credentials: new CredentialStore(),
    queues,
    flow: new MessageFlow(queues, clock),
    moves: new MoveTasks(queues, clock),
    metrics,
    alarms,
    services: new EcsServices(workloads, environments, clock),
    terraform: new DefaultTerraformTarget({
      ...queueAppliers(queues, clock),
      aws_cloudwatch_metric_alarm: alarmApplier(alarms),
      aws_ecs_service: ecsServiceApplier(workloads),
    }),
  };
}

/** AWS over its JSON and query protocols: SQS, CloudWatch, ECS, STS and the tagging API. */
export function createAws(
  world: Pick<
    World,
    'clock' | 'environments' | 'counter' | 'chaos' | 'workloads'
  >,
): Aws {
  const { counter, chaos } = world;
  const stores = createStores(world);
  const { credentials, queues, moves, metrics, alarms, terraform } = stores;
  const accounts = [
    MANAGEMENT_CREDENTIALS.account,
    ...world.environments.map(({ account }) => account),
  ];
  const services = [
    createSqsService(stores),
    createCloudWatchService(stores),
    createEcsService(stores),
    createStsService({ credentials, accounts }),
    createTaggingService(stores),
  ];
  const app = createAwsServer({ services, credentials, counter, chaos });
  return {
    ...stores,
    name: 'aws',
    listen: { port: 'aws', app },
    reset: () => {
      [queues, moves, metrics, alarms, stores.services].forEach(store =>
        store.clear(),
      );
      terraform.reset();
    },
  };
}
