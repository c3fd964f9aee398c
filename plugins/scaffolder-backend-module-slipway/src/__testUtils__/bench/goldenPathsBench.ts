import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { RunningWorld, startWorld } from '@slipway/local-world';
import {
  goldenEntities,
  preview,
  repositoryRoot,
  startGoldenBackend,
} from '../goldenBackend';
import { submitRun } from '../submitRun';
import { configOfWorld } from '../configOfWorld';
import { fakeInfraPrs } from '../fakeInfraPrs';
import { stockTemplate } from './stockTemplate';

const ROUNDS = 5;
const TEMPLATE = 'go-service';

const answers = (name: string): JsonObject => ({
  name,
  description: 'Made by the bench',
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev', 'prod'],
  platform: 'eks',
  kind: 'worker',
  queues: [{ name }],
});

/** Milliseconds of each of some rounds. */
async function times(task: (round: number) => Promise<void>) {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await task(round);
    all.push(performance.now() - started);
  }
  return all.sort((a, b) => a - b);
}

async function run(backend: TestBackend, template: string, values: JsonObject) {
  const authorization = mockCredentials.user.header('user:default/olivia');
  const { status, log } = await submitRun(
    backend,
    template,
    values,
    authorization,
  );
  if (status !== 'completed') throw new Error(`${template}: ${status}\n${log}`);
}

async function measure(world: RunningWorld) {
  const config = configOfWorld(world);
  const features = [fakeInfraPrs([], { status: 200 })];
  const olivia = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'olivia', namespace: 'default' },
    spec: {},
  };
  const entities = [...goldenEntities(), olivia];
  const first = await startGoldenBackend({
    config,
    entities,
    tree: 'git',
    features,
  });
  const cold = performance.now();
  const { files } = await preview(first, TEMPLATE, answers('bench-files'));
  const coldPreview = performance.now() - cold;
  await first.stop();
  const { host } = new URL(world.urls.github);
  const stock = stockTemplate(files, `${host}?owner=acme&repo=infrastructure`);
  const backend = await startGoldenBackend({
    config,
    entities: [...entities, stock],
    tree: 'git',
    features,
  });
  try {
    await preview(backend, TEMPLATE, answers('bench-warm'));
    const previews = await times(async round => {
      await preview(backend, TEMPLATE, answers(`bench-preview-${round}`));
    });
    const slipway = await times(round =>
      run(backend, TEMPLATE, answers(`bench-slipway-${round}`)),
    );
    const plain = await times(round =>
      run(backend, 'stock', {
        name: `bench-stock-${round}`,
        branch: `stock-${round}`,
      }),
    );
    return { files: files.size, coldPreview, previews, slipway, plain };
  } finally {
    await backend.stop();
  }
}

async function main(): Promise<void> {
  const world = await startWorld({
    sourceDir: repositoryRoot,
    historyHours: 0,
    only: ['github'],
  });
  try {
    process.stdout.write(`${JSON.stringify(await measure(world))}\n`);
  } finally {
    await world.stop();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
