import { Server } from 'node:http';
import express from 'express';
import { demoEnvironments } from '../../demo/environments';
import { createKubernetes } from '../../kubernetes/createKubernetes';
import { CallCounter } from '../../world/CallCounter';
import { Chaos } from '../../world/Chaos';
import { DefaultWorkloadRegistry } from '../../world/DefaultWorkloadRegistry';
import { DefaultWorldClock } from '../../world/DefaultWorldClock';
import { ARGO_TOKEN } from '../api/instanceRouter';
import { createArgoCd } from '../createArgoCd';
import { InMemoryManifestSource } from '../InMemoryManifestSource';
import { KustomizeRenderer } from '../render/KustomizeRenderer';

/** Argo CD and the clusters on loopback, over manifests in memory, with time that stands still. */
export async function startArgo(files: Readonly<Record<string, string>>) {
  const clock = DefaultWorldClock.create({ mode: 'manual' });
  const source = new InMemoryManifestSource(files);
  const world = {
    clock,
    environments: demoEnvironments,
    workloads: new DefaultWorkloadRegistry(clock),
    counter: new CallCounter(),
    chaos: new Chaos(),
  };
  const kubernetes = createKubernetes(world);
  const renderer = new KustomizeRenderer();
  const argo = createArgoCd(world, { source, kubernetes, renderer });
  await kubernetes.start?.();
  await argo.start?.();
  const app = express();
  app.use('/clusters', (request, response, next) => {
    request.url = `/clusters${request.url}`;
    kubernetes.app(request, response, next);
  });
  app.use(argo.app);
  const server = await new Promise<Server>(resolve => {
    const started = app.listen(0, '127.0.0.1', () => resolve(started));
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  const call = async (
    path: string,
    init: RequestInit & { token?: string } = {},
  ) => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${init.token ?? ARGO_TOKEN}`,
        'content-type': 'application/json',
      },
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    url,
    world,
    clock,
    source,
    kubernetes,
    argo,
    call,
    app: async (name: string, instance = 'dev') =>
      (await call(`/${instance}/api/v1/applications/${name}?project=default`))
        .body,
    sync: (name: string, body: unknown, action = 'sync', instance = 'dev') =>
      call(`/${instance}/api/v1/applications/${name}/${action}`, {
        method: 'POST',
        body: JSON.stringify(body),
      }),
    async stop() {
      await argo.stop?.();
      await kubernetes.stop?.();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

export type StartedArgo = Awaited<ReturnType<typeof startArgo>>;
