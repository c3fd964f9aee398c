import { AwsService } from '../server/AwsService';
import { clusterOperations } from './clusterOperations';
import { EcsState } from './ecsOperation';
import { serviceOperations } from './serviceOperations';
import { taskOperations } from './taskOperations';

/**
 * ECS in its JSON 1.1 protocol, as far as it describes what runs.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/
 */
export const createEcsService = (state: EcsState): AwsService => ({
  name: 'ECS',
  target: 'AmazonEC2ContainerServiceV20141113',
  signingName: 'ecs',
  protocol: 'json-1.1',
  operations: {
    ...clusterOperations(state),
    ...serviceOperations(state),
    ...taskOperations(state),
  },
});
