import { WorldClock, WorldEnvironment } from '../../world/types';
import { AwsError } from '../server/AwsError';
import { AwsCall, operationFor } from '../server/AwsService';
import { EcsService, EcsServices } from './EcsServices';
import { lastPart } from './ecsNames';

/** What the operations of ECS work on. */
export interface EcsState {
  readonly clock: WorldClock;
  readonly services: EcsServices;
}

/** Makes an ECS operation; bad input is an `InvalidParameterException`. */
export const ecsOperation = operationFor('InvalidParameterException');

/** Finds the cluster a name or ARN means; ECS takes `default` when none is named. */
export function clusterOf(
  { services }: EcsState,
  call: AwsCall,
  reference = 'default',
): WorldEnvironment {
  const name = lastPart(reference);
  const cluster = services
    .clusters(call.account, call.region)
    .find(({ ecsCluster }) => ecsCluster === name);
  if (!cluster) {
    throw new AwsError('ClusterNotFoundException', 'Cluster not found.');
  }
  return cluster;
}

/** Services that run in a cluster. */
export const servicesIn = (
  { services }: EcsState,
  cluster: WorldEnvironment,
): readonly EcsService[] =>
  services
    .inAccount(cluster.account, cluster.region)
    .filter(({ environment }) => environment.name === cluster.name);

/** A page by position; the token is the position of the next one. */
export function ecsPage<T>(
  items: readonly T[],
  limit: number,
  token: string | undefined,
): { items: readonly T[]; nextToken: string | undefined } {
  const start = token === undefined ? 0 : Number(token);
  if (!Number.isInteger(start) || start < 0) {
    throw new AwsError('InvalidParameterException', 'Invalid token');
  }
  const end = start + limit;
  const nextToken = end < items.length ? String(end) : undefined;
  return { items: items.slice(start, end), nextToken };
}

export const unixSeconds = (millis: number): number => millis / 1000;
