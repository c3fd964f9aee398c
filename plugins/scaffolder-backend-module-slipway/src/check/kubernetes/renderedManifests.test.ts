import { requireTool } from '@slipway/local-world';
import { ServiceSpecInput } from '@slipway/platform-common';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { orderMailerFiles } from '../../__testUtils__/orderMailerFiles';
import { runTool } from '../../__testUtils__/tools';
import { fileSourceOf } from '../FileSource';
import { checkKubernetes, checkManifests } from './checkKubernetes';
import { checkObjectSet } from './checkObjectSet';

const hasKubectl = runTool('kubectl', ['kustomize', '--help'], '.').ok;

const plain: Partial<ServiceSpecInput> = {
  postgres: false,
  redis: false,
  ingress: 'none',
  canary: false,
  queues: [],
  scaling: { by: 'cpu' },
};

const services: ReadonlyArray<[string, Partial<ServiceSpecInput>, string[]]> = [
  [
    'every option',
    {},
    [
      'Deployment',
      'ExternalSecret',
      'ExternalSecret',
      'Ingress',
      'Job',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Rollout',
      'ScaledObject',
      'Service',
      'ServiceAccount',
      'TriggerAuthentication',
    ],
  ],
  [
    'none of the options',
    { ...plain, runtime: 'spring-boot', scaling: { by: 'none' } },
    [
      'Deployment',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
      'ServiceAccount',
    ],
  ],
  [
    'a worker that is scaled by CPU',
    {
      ...plain,
      kind: 'worker',
      runtime: 'quarkus',
      queues: [{ name: 'mails' }],
    },
    [
      'Deployment',
      'HorizontalPodAutoscaler',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Service',
      'ServiceAccount',
    ],
  ],
  [
    'migrations of Prisma, and a canary of a fixed size',
    {
      ...plain,
      runtime: 'nestjs',
      postgres: true,
      canary: true,
      ingress: 'internal',
      scaling: { by: 'none', min: 3, max: 3 },
    },
    [
      'Deployment',
      'ExternalSecret',
      'Ingress',
      'Job',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'Rollout',
      'Service',
      'ServiceAccount',
    ],
  ],
  [
    'names that YAML takes for something else',
    { name: 'null', owner: 'group:default/true', system: 'system:default/off' },
    expect.arrayContaining(['Rollout']),
  ],
];

const objectSchema = z.looseObject({ kind: z.string() });

describe('what the parts of gitops/ write', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'slipway-kustomize-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function build(files: ReadonlyMap<string, string>, overlay: string) {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { ok, output } = runTool('kubectl', ['kustomize', overlay], folder);
    expect(`${ok} ${output}`).toMatch(/^true /);
    return parseAllDocuments(output).map(document =>
      objectSchema.parse(document.toJS()),
    );
  }

  it.each(services)(
    'is strictly valid, before and after Kustomize: %s',
    async (_, changes, kinds) => {
      if (!requireTool('kubectl', hasKubectl, 'kubectl kustomize')) return;
      const files = await orderMailerFiles(changes);
      expect(await checkKubernetes(files, fileSourceOf(files))).toEqual([]);
      const name = changes.name ?? 'order-mailer';
      for (const environment of ['dev', 'prod']) {
        const overlay = `gitops/apps/${name}/overlays/${environment}`;
        const objects = build(files, overlay);
        expect(await checkManifests(overlay, objects)).toEqual([]);
        expect(checkObjectSet(overlay, objects)).toEqual([]);
        expect(objects.map(({ kind }) => kind).sort()).toEqual(kinds);
      }
    },
  );
});
