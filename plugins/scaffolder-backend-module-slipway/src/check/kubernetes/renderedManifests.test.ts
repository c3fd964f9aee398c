import { requireTool } from '@slipway/local-world';
import { ServiceSpecInput } from '@slipway/platform-common';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { orderMailerFiles } from '../../__testUtils__/orderMailerFiles';
import { runTool } from '../../__testUtils__/tools';
import { fileSourceOf } from '@slipway/infrastructure-code';
import { checkKubernetes, checkManifests } from './checkKubernetes';
import { checkObjectSet } from './checkObjectSet';

// The machine that runs this may be busy with other suites.
jest.setTimeout(30_000);

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

const workloadSchema = z.object({
  kind: z.enum(['Deployment', 'Job', 'Rollout']),
  spec: z.object({
    replicas: z.number().optional(),
    template: z.object({ spec: z.looseObject({}) }).optional(),
  }),
});

/** What the Pod Security Standard "restricted" asks for, and what a good neighbour says. */
const restricted = {
  automountServiceAccountToken: false,
  securityContext: expect.objectContaining({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  }),
  containers: [
    expect.objectContaining({
      image: expect.stringMatching(/^\d{12}\.dkr\.ecr\..*\/[a-z-]+:bootstrap$/),
      resources: expect.objectContaining({
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { memory: expect.any(String) },
      }),
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    }),
  ],
};

const policySchema = z.object({
  spec: z.object({
    policyTypes: z.tuple([z.literal('Ingress'), z.literal('Egress')]),
    egress: z.array(
      z.object({ ports: z.array(z.object({ port: z.number() })) }),
    ),
    ingress: z.array(z.object({ from: z.array(z.looseObject({})).min(1) })),
  }),
});

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

  it('runs every pod restricted, with as many replicas as are said in one place', async () => {
    if (!requireTool('kubectl', hasKubectl, 'kubectl kustomize')) return;
    const replicas = async (changes: Partial<ServiceSpecInput>) => {
      const files = await orderMailerFiles(changes);
      const objects = build(files, 'gitops/apps/order-mailer/overlays/prod');
      const workloads = objects.flatMap(object => {
        const parsed = workloadSchema.safeParse(object);
        return parsed.success ? [parsed.data] : [];
      });
      const pods = workloads.flatMap(({ spec }) => spec.template?.spec ?? []);
      expect(pods).toEqual(
        [1, 2].map(() => expect.objectContaining(restricted)),
      );
      return workloads.map(
        ({ kind, spec }) => `${kind} ${spec.replicas ?? '-'}`,
      );
    };
    const fixed = { by: 'none', min: 3, max: 3 } as const;
    const canary = true;
    expect(await replicas({ canary: false })).toEqual([
      'Deployment -',
      'Job -',
    ]);
    expect(await replicas({ canary: false, scaling: fixed })).toEqual([
      'Deployment 3',
      'Job -',
    ]);
    expect(await replicas({ canary, scaling: fixed })).toEqual([
      'Deployment 0',
      'Rollout 3',
      'Job -',
    ]);
    expect(await replicas({ canary, scaling: { by: 'cpu' } })).toEqual([
      'Deployment 0',
      'Rollout -',
      'Job -',
    ]);
  });

  it.each<[string, Partial<ServiceSpecInput>, number[], number]>([
    ['every option', {}, [53, 443, 4317, 4318, 5432, 6379, 8080], 3],
    ['no option', plain, [53, 443, 4317, 4318, 8080], 2],
    [
      'a worker',
      { ...plain, kind: 'worker', queues: [{ name: 'mails' }] },
      [53, 443, 4317, 4318, 8080],
      1,
    ],
  ])(
    'denies what it does not allow: %s',
    async (_, changes, ports, callers) => {
      const files = await orderMailerFiles(changes);
      const text = files.get(
        'gitops/apps/order-mailer/base/networkpolicy.yaml',
      );
      const { spec } = policySchema.parse(parse(text ?? ''));
      const out = spec.egress.flatMap(rule => rule.ports.map(it => it.port));
      expect([...new Set(out)].sort((a, b) => a - b)).toEqual(ports);
      expect(spec.ingress).toHaveLength(callers);
    },
  );

  it('writes lists in one order, whatever the order of the answers', async () => {
    const queues = [{ name: 'orders' }, { name: 'mails' }, { name: 'zebras' }];
    const one = await orderMailerFiles({ queues });
    const other = await orderMailerFiles({ queues: [...queues].reverse() });
    expect([...other]).toEqual([...one]);
  });
});
