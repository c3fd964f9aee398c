import express, { ErrorRequestHandler, Express } from 'express';
import { KubernetesPart } from '../kubernetes/createKubernetes';
import { chaosMiddleware } from '../world/chaosMiddleware';
import { World, WorldPart } from '../world/WorldPart';
import { ApplicationStream } from './api/ApplicationStream';
import { instanceRouter } from './api/instanceRouter';
import { ArgoApiError } from './ArgoApiError';
import { ArgoInstance } from './ArgoInstance';
import { GitOpsRepository } from './GitOpsRepository';
import { ManifestSource } from './ManifestSource';
import { CachingRenderer } from './render/CachingRenderer';
import { KubectlRenderer } from './render/KubectlRenderer';
import { KustomizeRenderer } from './render/KustomizeRenderer';
import { ManifestRenderer } from './render/ManifestRenderer';

const TICK_MS = 1_000;

export interface ArgoCdOptions {
  readonly source: ManifestSource;
  readonly kubernetes: Pick<KubernetesPart, 'clusterOf' | 'publish'>;
  /** Default: kubectl when it is on PATH, else the built-in subset of Kustomize. */
  readonly renderer?: ManifestRenderer;
}

type ArgoWorld = Pick<World, 'clock' | 'environments' | 'counter' | 'chaos'>;

interface Member {
  readonly instance: ArgoInstance;
  readonly stream: ApplicationStream;
}

/** Argo CDs below `/<instance>`, one per environment, that sync `gitops/` of the infrastructure repository. */
export function createArgoCd(
  world: ArgoWorld,
  options: ArgoCdOptions,
): WorldPart & { readonly app: Express } {
  const repository = new GitOpsRepository(options.source);
  const now = () => world.clock.now();
  let chosen: Promise<ManifestRenderer> | undefined;
  const renderer = new CachingRenderer({
    render: async (files, path) => {
      chosen ??= chooseRenderer(options);
      return (await chosen).render(files, path);
    },
  });
  const members = world.environments.map((environment): Member => {
    const instance = new ArgoInstance({
      name: environment.argoInstance,
      environment: environment.name,
      cluster: options.kubernetes.clusterOf(environment.name),
      repository,
      renderer,
      now,
    });
    return { instance, stream: new ApplicationStream(instance) };
  });
  const app = createApp(world, members, now);
  const begin = async () => {
    await Promise.all(members.map(({ instance }) => instance.start()));
    options.kubernetes.publish();
  };
  let stopTicking: (() => void) | undefined;
  return {
    name: 'argocd',
    app,
    listen: { port: 'argocd', app },
    state: () => stateOf(members),
    async start() {
      await begin();
      stopTicking = world.clock.every(TICK_MS, async () => {
        for (const { instance, stream } of members) {
          await instance.tick();
          stream.publish();
        }
      });
    },
    async reset() {
      repository.clear();
      members.forEach(({ instance }) => {
        instance.clear();
        instance.options.cluster.clear();
      });
      await begin();
    },
    stop() {
      stopTicking?.();
      members.forEach(({ stream }) => stream.close());
    },
  };
}

async function chooseRenderer({
  renderer,
}: ArgoCdOptions): Promise<ManifestRenderer> {
  if (renderer) return renderer;
  return (await KubectlRenderer.isAvailable())
    ? new KubectlRenderer()
    : new KustomizeRenderer();
}

/** For the control page: what each instance says of its applications, and files it cannot read. */
function stateOf(members: readonly Member[]) {
  return members.map(({ instance }) => ({
    instance: instance.name,
    applications: [...instance.applications.values()].map(application => ({
      name: application.name,
      sync: application.sync,
      health: application.health,
      revision: application.revision,
    })),
    problems: Object.fromEntries(instance.problems),
  }));
}

const errorHandler: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof ArgoApiError) {
    response.status(error.httpStatus).json(error.toBody());
  } else if (error instanceof SyntaxError) {
    const invalid = ArgoApiError.invalidArgument(error.message);
    response.status(invalid.httpStatus).json(invalid.toBody());
  } else {
    next(error);
  }
};

function createApp(
  world: ArgoWorld,
  members: readonly Member[],
  now: () => number,
): Express {
  const app = express();
  app.disable('x-powered-by');
  for (const { instance, stream } of members) {
    app.use(
      `/${instance.name}`,
      (request, _response, next) => {
        const operation = request.path.replace(
          /(applications|revisions)\/[^/]+/g,
          '$1/*',
        );
        world.counter.count('ArgoCD', `${request.method} ${operation}`);
        next();
      },
      chaosMiddleware({
        chaos: world.chaos,
        targets: () => ['argocd', `argocd/${instance.name}`],
      }),
      instanceRouter(instance, stream, now),
    );
  }
  app.use((request: express.Request) => {
    throw ArgoApiError.unimplemented(`${request.method} ${request.path}`);
  });
  app.use(errorHandler);
  return app;
}
