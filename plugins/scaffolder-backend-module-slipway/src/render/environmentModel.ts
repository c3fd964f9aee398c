import {
  PlatformFacts,
  QueueSpec,
  queueNameIn,
  ServiceSpec,
  SlipwayEnvironment,
  snakeName,
  variableName,
} from '@slipway/platform-common';
import { environmentFacts } from '../services/requestFacts';
import { containerVariables } from './containerVariables';
import { EnvironmentModel, QueueModel } from './RenderModel';

export interface EnvironmentModelInput {
  readonly spec: ServiceSpec;
  readonly environment: SlipwayEnvironment;
  readonly facts: PlatformFacts;
  /** Owner of the infrastructure repository. */
  readonly repositoryOwner: string;
}

/** @internal */
export function environmentModel(
  input: EnvironmentModelInput,
): EnvironmentModel {
  const { spec, environment, facts, repositoryOwner } = input;
  const { name, account, region } = environment;
  const isProtected = environment.protection === 'reviewed';
  const awsName = `${name}-${spec.name}`;
  // Where changes are reviewed, a rollout or a lost node must not stop the service.
  const replicas = Math.max(spec.scaling.min, isProtected ? 2 : 1);
  const model = {
    ...environmentFacts(environment, repositoryOwner, spec.name),
    protected: isProtected,
    image: `${account}.dkr.ecr.${region}.amazonaws.com/${spec.name}`,
    roleArn: `arn:aws:iam::${account}:role/${awsName}`,
    awsName,
    ecsCluster: environment.ecs?.cluster,
    eksCluster: environment.eks?.cluster,
    facts,
    queues: spec.queues.map(queue => queueModel(queue, environment)),
    sendsTo: spec.sendsTo.map(queue =>
      queueAddress({ name: queue, fifo: false }, environment),
    ),
    replicas,
    maxReplicas: Math.max(spec.scaling.max, replicas),
  };
  return { ...model, variables: containerVariables(spec, model) };
}

/** An owned queue in one environment, by every name that files call it. @internal */
export function queueModel(
  queue: QueueSpec,
  environment: SlipwayEnvironment,
): QueueModel {
  const address = queueAddress(queue, environment);
  const dlqName = queueNameIn(environment.name, {
    ...queue,
    name: `${queue.name}-dlq`,
  });
  return {
    ...queue,
    ...address,
    dlqArn: `arn:aws:sqs:${environment.region}:${environment.account}:${dlqName}`,
  };
}

function queueAddress(
  queue: Pick<QueueSpec, 'name' | 'fifo'>,
  environment: SlipwayEnvironment,
) {
  const { name, account, region } = environment;
  const awsName = queueNameIn(name, queue);
  return {
    name: queue.name,
    awsName,
    arn: `arn:aws:sqs:${region}:${account}:${awsName}`,
    url: `https://sqs.${region}.amazonaws.com/${account}/${awsName}`,
    snake: snakeName(queue.name),
    variable: `QUEUE_${variableName(queue.name)}`,
  };
}
