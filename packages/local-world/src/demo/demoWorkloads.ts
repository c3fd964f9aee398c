import { Workload } from '../world/types';

/** Requests and messages per second that make an environment look used. */
const load: Readonly<Record<string, { requests: number; orders: number }>> = {
  dev: { requests: 3, orders: 1.2 },
  prod: { requests: 20, orders: 6 },
};

const ecs = { platform: 'ecs', replicas: 1, requestsPerSecond: 0 } as const;

const imageOf = (name: string) =>
  `000000000000.dkr.ecr.eu-west-1.amazonaws.com/${name}`;

/** A worker on ECS that takes from one queue; `pace` as of {@link Workload}. */
const worker = (
  environment: string,
  name: string,
  queue: string,
  pace?: number,
): Workload => ({
  ...ecs,
  name,
  environment,
  consumes: [`${environment}-${queue}`],
  produces: [],
  image: `${imageOf(name)}:1.0.3`,
  pace,
});

/** Services of the other teams: one that catches up on a backlog, one that falls behind. */
function otherWorkloads(
  environment: string,
  requests: number,
): readonly Workload[] {
  const perSecond = requests / 25;
  const refunds = { queue: `${environment}-refunds`, perSecond };
  const captured = { queue: `${environment}-payment-captured.fifo`, perSecond };
  const prod = environment === 'prod';
  return [
    {
      ...ecs,
      name: 'payments-api',
      environment,
      requestsPerSecond: requests / 2,
      consumes: [],
      produces: prod ? [refunds, captured] : [refunds],
      image: `${imageOf('payments-api')}:3.2.1`,
    },
    worker(environment, 'refunds-worker', 'refunds', prod ? 1.4 : undefined),
    ...(prod
      ? [
          worker(environment, 'ledger-worker', 'payment-captured.fifo'),
          worker(environment, 'fraud-checker', 'fraud-checks', 0.95),
          worker(environment, 'audit-worker', 'audit-log'),
        ]
      : []),
  ];
}

/** The services of the demo that run when the world begins; Argo CD updates those on EKS once it syncs. */
export function demoWorkloads(environment: string): readonly Workload[] {
  const { requests, orders } = load[environment] ?? load.dev;
  const replicas = environment === 'prod' ? 2 : 1;
  const queue = (name: string) => `${environment}-${name}`;
  return [
    {
      name: 'spring-api',
      environment,
      platform: 'ecs',
      requestsPerSecond: requests,
      consumes: [],
      produces: [{ queue: queue('orders-created'), perSecond: orders }],
      replicas: replicas + 1,
      image: `${imageOf('spring-api')}:1.8.2`,
    },
    {
      name: 'go-worker',
      environment,
      platform: 'eks',
      requestsPerSecond: 0,
      consumes: [queue('orders-created')],
      produces: [],
      replicas,
      image: `${imageOf('go-worker')}:1.4.0`,
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
      image: `${imageOf('quarkus-service')}:2.1.0`,
    },
    ...otherWorkloads(environment, requests),
  ];
}
