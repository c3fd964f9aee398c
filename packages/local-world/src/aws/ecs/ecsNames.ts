import { SeededRandom } from '../../world/SeededRandom';
import { Workload, WorldEnvironment } from '../../world/types';
import { EcsService, Rollout } from './EcsServices';

const prefix = ({ region, account }: WorldEnvironment) =>
  `arn:aws:ecs:${region}:${account}`;

/** Name of a service on ECS: with the environment in front, as the golden paths name it. */
export const ecsServiceName = ({
  environment,
  name,
}: Pick<Workload, 'environment' | 'name'>): string => `${environment}-${name}`;

export const clusterArn = (environment: WorldEnvironment): string =>
  `${prefix(environment)}:cluster/${environment.ecsCluster}`;

export const serviceArn = ({ environment, workload }: EcsService): string =>
  `${prefix(environment)}:service/${environment.ecsCluster}/${ecsServiceName(
    workload,
  )}`;

export const taskDefinitionArn = (
  { environment, workload }: EcsService,
  { revision }: Rollout,
): string =>
  `${prefix(environment)}:task-definition/${ecsServiceName(
    workload,
  )}:${revision}`;

/** ARN of the nth task of a rollout; the same as long as it runs. */
export function taskArn(
  { environment, workload }: EcsService,
  { revision }: Rollout,
  index: number,
): string {
  const name = `${environment.name}/${workload.name}/${revision}/${index}`;
  const id = new SeededRandom(SeededRandom.seedOf(name)).hex(32);
  return `${prefix(environment)}:task/${environment.ecsCluster}/${id}`;
}

/** `arn:aws:ecs:…:service/dev/dev-spring-api` → `dev-spring-api`; a bare name stays. */
export const lastPart = (reference: string): string =>
  reference.split('/').pop() ?? reference;
