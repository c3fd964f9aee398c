import { Workload } from '../world/types';

/** Requests and messages per second that make an environment look used. */
const load: Readonly<Record<string, { requests: number; orders: number }>> = {
  dev: { requests: 3, orders: 1.2 },
  prod: { requests: 20, orders: 6 },
};

/** The services of the demo that run when the world begins; Argo CD updates those on EKS once it syncs. */
export function demoWorkloads(environment: string): readonly Workload[] {
  const { requests, orders } = load[environment] ?? load.dev;
  const replicas = environment === 'prod' ? 2 : 1;
  const queue = (name: string) => `${environment}-${name}`;
  const image = (name: string) =>
    `000000000000.dkr.ecr.eu-west-1.amazonaws.com/${name}`;
  return [
    {
      name: 'spring-api',
      environment,
      platform: 'ecs',
      requestsPerSecond: requests,
      consumes: [],
      produces: [{ queue: queue('orders-created'), perSecond: orders }],
      replicas: replicas + 1,
      image: `${image('spring-api')}:1.8.2`,
    },
    {
      name: 'go-worker',
      environment,
      platform: 'eks',
      requestsPerSecond: 0,
      consumes: [queue('orders-created')],
      produces: [],
      replicas,
      image: `${image('go-worker')}:1.4.0`,
    },
    {
      name: 'quarkus-service',
      environment,
      platform: 'eks',
      // As its manifest says in gitops/, so that history goes on without a step once Argo CD has synced it.
      requestsPerSecond: 8,
      consumes: [queue('notifications')],
      produces: [],
      replicas,
      image: `${image('quarkus-service')}:2.1.0`,
    },
  ];
}
