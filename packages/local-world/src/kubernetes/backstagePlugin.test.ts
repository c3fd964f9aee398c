import { ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { gitopsFiles } from '../argocd/__fixtures__/gitopsFiles';
import { startArgo, StartedArgo } from '../argocd/__fixtures__/startArgo';
import { component } from './__testUtils__/component';

// The machine that runs this may be busy with other suites.
jest.setTimeout(30_000);

const objectsSchema = z.object({
  items: z.array(
    z.object({
      cluster: z.object({ name: z.string() }),
      errors: z.array(z.unknown()),
      podMetrics: z.array(
        z.object({
          cpu: z.object({ currentUsage: z.number(), requestTotal: z.number() }),
        }),
      ),
      resources: z.array(
        z.object({ type: z.string(), resources: z.array(z.unknown()) }),
      ),
    }),
  ),
});

const podsSchema = z.object({
  items: z.array(z.object({ metadata: z.object({ name: z.string() }) })),
});

describe("Backstage's own Kubernetes plugin", () => {
  let world: StartedArgo;
  let backend: ChildProcess;
  let api = '';

  beforeAll(async () => {
    world = await startArgo({
      ...gitopsFiles('go-worker', 'dev'),
      ...gitopsFiles('go-worker', 'prod', { replicas: 3 }),
    });
    backend = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        join(__dirname, '__testUtils__/runBackstage.ts'),
        world.url,
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const port = await new Promise<string>((resolve, reject) => {
      let output = '';
      backend.stdout?.on('data', chunk => {
        output += chunk;
        const match = /^port (\d+)$/m.exec(output);
        if (match) resolve(match[1]);
      });
      backend.once('exit', code => reject(new Error(`ended with ${code}`)));
    });
    api = `http://127.0.0.1:${port}/api/kubernetes`;
  }, 60_000);

  afterAll(async () => {
    const ended = new Promise(resolve => backend.once('exit', resolve));
    backend.stdin?.end();
    await ended;
    await world.stop();
  });

  it('shows what Argo CD synced, without an error, in both clusters', async () => {
    const response = await fetch(`${api}/services/go-worker`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entity: component, auth: {} }),
    });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(body));
    const { items } = objectsSchema.parse(body);
    const counts = items.map(({ cluster, errors, podMetrics, resources }) => [
      cluster.name,
      errors,
      podMetrics.length,
      ...['pods', 'deployments', 'replicasets', 'services'].map(
        type => resources.find(each => each.type === type)?.resources.length,
      ),
    ]);
    expect(counts).toEqual([
      ['dev-eks', [], 2, 2, 1, 1, 1],
      ['prod-eks', [], 3, 3, 1, 1, 1],
    ]);
    const [{ podMetrics }] = items;
    expect(podMetrics[0].cpu.currentUsage).toBeGreaterThan(0);
    expect(podMetrics[0].cpu.requestTotal).toBe(0.05);
  });

  it('reads pods, logs and events through its proxy', async () => {
    const proxy = (path: string) =>
      fetch(`${api}/proxy/api/v1/namespaces/order-system/${path}`, {
        headers: { 'Backstage-Kubernetes-Cluster': 'dev-eks' },
      });
    const pods = podsSchema.parse(await (await proxy('pods')).json());
    const { name } = pods.items[0].metadata;
    const log = await proxy(`pods/${name}/log?container=go-worker`);
    expect(JSON.parse((await log.text()).split('\n')[0])).toMatchObject({
      service: 'go-worker',
      pod: name,
    });
    const events = `events?fieldSelector=involvedObject.name=${name}`;
    expect((await proxy(events)).status).toBe(200);
  });
});
