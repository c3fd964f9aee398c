import express, { ErrorRequestHandler, Express, RequestHandler } from 'express';
import { chaosMiddleware } from '../world/chaosMiddleware';
import { World, WorldPart } from '../world/WorldPart';
import { clusterRouter } from './api/clusterRouter';
import { KubernetesApiError } from './api/KubernetesApiError';
import { Cluster } from './Cluster';
import { WorkloadPublisher } from './WorkloadPublisher';

/** Bearer token of the portal's service account in all simulated clusters. Worth nothing outside. */
export const KUBERNETES_TOKEN = 'slipway-local-kubernetes-token';
const TICK_MS = 500;

/** The simulated clusters, one per environment, as the other stand-ins use them. */
export interface KubernetesPart extends WorldPart {
  readonly app: Express;
  /** @throws Error for an environment that does not exist. */
  clusterOf(environment: string): Cluster;
  /** Publishes workloads at once instead of with the next tick. */
  publish(): void;
}

/** API servers below `/clusters/<name>`, one per environment. */
export function createKubernetes(
  world: Pick<
    World,
    'clock' | 'environments' | 'workloads' | 'counter' | 'chaos'
  >,
): KubernetesPart {
  const now = () => world.clock.now();
  const members = world.environments.map(environment => {
    const cluster = new Cluster(environment.eksCluster, now);
    return {
      environment: environment.name,
      cluster,
      publisher: new WorkloadPublisher(
        environment.name,
        cluster,
        world.workloads,
      ),
    };
  });
  const app = createApp(world, members);
  const publish = () =>
    members.forEach(({ publisher }) => publisher.publish(now()));
  let stopTicking: (() => void) | undefined;
  return {
    name: 'kubernetes',
    app,
    listen: { port: 'kubernetes', app },
    publish,
    clusterOf: name => {
      const member = members.find(({ environment }) => environment === name);
      if (!member) throw new Error(`No cluster for environment '${name}'`);
      return member.cluster;
    },
    async start() {
      stopTicking = world.clock.every(TICK_MS, () => {
        members.forEach(({ cluster }) => cluster.tick());
        publish();
      });
    },
    reset: () =>
      members.forEach(({ cluster, publisher }) => {
        cluster.clear();
        publisher.reset();
      }),
    stop: () => stopTicking?.(),
  };
}

const authenticate: RequestHandler = (request, _response, next) => {
  if (request.headers.authorization !== `Bearer ${KUBERNETES_TOKEN}`) {
    throw new KubernetesApiError(401, 'Unauthorized', 'Unauthorized');
  }
  next();
};

const errorHandler: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof KubernetesApiError) {
    response.status(error.code).json(error.toStatus());
  } else {
    next(error);
  }
};

function createApp(
  world: Pick<World, 'clock' | 'workloads' | 'counter' | 'chaos'>,
  members: ReadonlyArray<{ environment: string; cluster: Cluster }>,
): Express {
  const app = express();
  app.disable('x-powered-by');
  for (const { environment, cluster } of members) {
    app.use(
      `/clusters/${cluster.name}`,
      (request, _response, next) => {
        world.counter.count('Kubernetes', `${request.method} ${cluster.name}`);
        next();
      },
      chaosMiddleware({
        chaos: world.chaos,
        targets: () => ['kubernetes', `kubernetes/${cluster.name}`],
      }),
      authenticate,
      clusterRouter({
        cluster,
        environment,
        registry: world.workloads,
        now: () => world.clock.now(),
      }),
    );
  }
  app.use((request: express.Request) => {
    throw new KubernetesApiError(
      404,
      'NotFound',
      `No cluster at ${request.path}`,
    );
  });
  app.use(errorHandler);
  return app;
}
