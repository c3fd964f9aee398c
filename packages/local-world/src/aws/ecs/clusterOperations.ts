import { z } from 'zod';
import { WorldEnvironment } from '../../world/types';
import { AwsCall, AwsOperation } from '../server/AwsService';
import { clusterArn, lastPart } from './ecsNames';
import { ecsOperation, ecsPage, EcsState, servicesIn } from './ecsOperation';

function clusterOnWire(state: EcsState, cluster: WorldEnvironment) {
  const services = servicesIn(state, cluster);
  return {
    clusterArn: clusterArn(cluster),
    clusterName: cluster.ecsCluster,
    status: 'ACTIVE',
    registeredContainerInstancesCount: 0,
    runningTasksCount: services.reduce(
      (sum, { workload }) => sum + workload.replicas,
      0,
    ),
    pendingTasksCount: 0,
    activeServicesCount: services.length,
    capacityProviders: ['FARGATE'],
    tags: [],
    settings: [],
  };
}

const describeClusters = (state: EcsState) =>
  ecsOperation(
    z.object({ clusters: z.array(z.string()).max(100).optional() }),
    (input, call: AwsCall) => {
      const there = state.services.clusters(call.account, call.region);
      const wanted = input.clusters ?? ['default'];
      const found = wanted.map(reference => ({
        reference,
        cluster: there.find(
          ({ ecsCluster }) => ecsCluster === lastPart(reference),
        ),
      }));
      return {
        clusters: found.flatMap(({ cluster }) =>
          cluster ? [clusterOnWire(state, cluster)] : [],
        ),
        failures: found.flatMap(({ cluster, reference }) =>
          cluster ? [] : [{ arn: reference, reason: 'MISSING' }],
        ),
      };
    },
  );

/** Operations on clusters. */
export const clusterOperations = (
  state: EcsState,
): Record<string, AwsOperation> => ({
  ListClusters: ecsOperation(
    z.object({
      maxResults: z.number().int().min(1).max(100).default(100),
      nextToken: z.string().optional(),
    }),
    (input, call) => {
      const arns = state.services
        .clusters(call.account, call.region)
        .map(clusterArn);
      const page = ecsPage(arns, input.maxResults, input.nextToken);
      return { clusterArns: page.items, nextToken: page.nextToken };
    },
  ),
  DescribeClusters: describeClusters(state),
});
