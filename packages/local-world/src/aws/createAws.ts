import { World, WorldPart } from '../world/WorldPart';
import { MetricStore } from './cloudwatch/MetricStore';
import { CredentialStore, MANAGEMENT_CREDENTIALS } from './CredentialStore';
import { createAwsServer } from './server/createAwsServer';
import { createSqsService } from './sqs/createSqsService';
import { MessageFlow } from './sqs/MessageFlow';
import { MoveTasks } from './sqs/MoveTasks';
import { QueueStore } from './sqs/QueueStore';
import { createStsService } from './sts/createStsService';
import { DefaultTerraformTarget } from './terraform/DefaultTerraformTarget';
import { queueAppliers } from './terraform/queueAppliers';

/** The simulated AWS: what it holds, and the part that answers the SDKs. */
export interface Aws extends WorldPart {
  readonly credentials: CredentialStore;
  readonly queues: QueueStore;
  readonly flow: MessageFlow;
  readonly metrics: MetricStore;
  readonly terraform: DefaultTerraformTarget;
}

/** AWS over its JSON and query protocols: SQS, CloudWatch, ECS and STS. */
export function createAws(
  world: Pick<World, 'clock' | 'environments' | 'counter' | 'chaos'>,
): Aws {
  const { clock, environments, counter, chaos } = world;
  const credentials = new CredentialStore();
  const queues = new QueueStore(clock);
  const flow = new MessageFlow(queues, clock);
  const moves = new MoveTasks(queues, clock);
  const metrics = new MetricStore();
  const terraform = new DefaultTerraformTarget(queueAppliers(queues, clock));
  const accounts = [
    MANAGEMENT_CREDENTIALS.account,
    ...environments.map(({ account }) => account),
  ];
  const services = [
    createSqsService({ clock, queues, flow, moves }),
    createStsService({ credentials, accounts }),
  ];
  const app = createAwsServer({ services, credentials, counter, chaos });
  return {
    name: 'aws',
    listen: { port: 'aws', app },
    credentials,
    queues,
    flow,
    metrics,
    terraform,
    reset: () => {
      [queues, moves, metrics].forEach(store => store.clear());
      terraform.reset();
    },
  };
}
