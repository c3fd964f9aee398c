import { fileSourceOf } from '@slipway/infrastructure-code';
import { checkKubernetes, checkManifests } from './checkKubernetes';
import { checkObjectSet } from './checkObjectSet';
import { orderMailerFiles } from '../../__testUtils__/orderMailerFiles';

const BASE = 'gitops/apps/order-mailer/base';
const OVERLAY = 'gitops/apps/order-mailer/overlays/dev';
const APPLICATION = 'gitops/argocd/dev/order-mailer.yaml';

/** Findings of the rendered example after a change to one of its files. */
async function findingsAfter(
  file: string,
  search: string | RegExp,
  replacement: string,
) {
  const files = new Map(await orderMailerFiles());
  const text = files.get(file) ?? '';
  expect(text).toMatch(search);
  const changed = text.replace(search, replacement);
  const findings = await checkKubernetes(
    new Map([[file, changed]]),
    fileSourceOf(files.set(file, changed)),
  );
  return { findings, lines: changed.split('\n') };
}

describe('checkKubernetes', () => {
  it('finds nothing in what the golden path writes, nor in the components', async () => {
    const files = await orderMailerFiles();
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        APPLICATION,
        'gitops/components/hardened/pod.yaml',
        `${OVERLAY}/externalsecret-database.yaml`,
      ]),
    );
    expect(await checkKubernetes(files, fileSourceOf(files))).toEqual([]);
    expect(await checkKubernetes(files)).toEqual([]);
  });

  it.each([
    // The file; what is replaced by what; id, line's text, message, fix.
    [
      'a misspelled key deep in a pod',
      [`${BASE}/deployment.yaml`, ' image:', ' imagee:'],
      ['kubernetes-unknown-key', 'imagee: order-mailer'],
      "Deployment order-mailer at spec.template.spec.containers.0.imagee: 'imagee' is no key of spec.template.spec.containers.0",
      "Write 'image'.",
    ],
    [
      'a misspelled key in a patch',
      [`${OVERLAY}/deployment.yaml`, ' env:', ' evn:'],
      ['kubernetes-unknown-key', 'evn:'],
      expect.stringContaining("'evn' is no key"),
      "Write 'env'.",
    ],
    [
      'a misspelled key of an Application',
      [APPLICATION, 'selfHeal:', 'selfheal:'],
      ['kubernetes-unknown-key', 'selfheal: true'],
      expect.stringContaining("'selfheal' is no key of spec.syncPolicy"),
      "Write 'selfHeal'.",
    ],
    [
      'a key of another kind',
      [`${BASE}/service.yaml`, 'spec:', 'spec:\n  replicas: 2'],
      ['kubernetes-unknown-key', 'replicas: 2'],
      expect.stringContaining("'replicas' is no key of spec"),
      'Remove it, or put it where it belongs.',
    ],
    [
      'a number where text belongs',
      [`${BASE}/deployment.yaml`, /wave: '1'/, 'wave: 1'],
      ['kubernetes-schema', 'argocd.argoproj.io/sync-wave: 1'],
      expect.stringContaining('must be string'),
      undefined,
    ],
    [
      'what a kind needs',
      [
        `${OVERLAY}/scaledobject.yaml`,
        /^ {4}- type: aws.*$/m,
        '    - other: x',
      ],
      ['kubernetes-schema', '- other: x'],
      expect.stringContaining("must have required property 'type'"),
      undefined,
    ],
    [
      'a kind that is written wrongly',
      [`${BASE}/rollout.yaml`, 'kind: Rollout', 'kind: Rolout'],
      ['kubernetes-schema', 'kind: Rolout'],
      'There is no Rolout in argoproj.io/v1alpha1',
      "Write 'Rollout'.",
    ],
    [
      'a patch that is none',
      ['gitops/components/canary/deployment.yaml', 'op: add', 'op: put'],
      ['kustomize-schema', '- op: put'],
      expect.stringContaining('0.op'),
      undefined,
    ],
    [
      'a field that Kustomize does not know',
      [`${OVERLAY}/kustomization.yaml`, 'patches:', 'patch:'],
      ['kustomize-schema', 'patch:'],
      expect.stringContaining('patch'),
      undefined,
    ],
    [
      'a patch that is not there',
      [`${OVERLAY}/kustomization.yaml`, 'path: service', 'path: servics'],
      ['kustomize-reference', '- path: servicsaccount.yaml'],
      "The patch 'servicsaccount.yaml' does not exist",
      `Add ${OVERLAY}/servicsaccount.yaml or remove the line.`,
    ],
    [
      'a component that is not there',
      [`${BASE}/kustomization.yaml`, 'components/spread', 'components/spraed'],
      ['kustomize-reference', '- ../../../components/spraed'],
      "The component '../../../components/spraed' does not exist",
      expect.anything(),
    ],
    [
      'a resource outside the repository',
      [`${BASE}/kustomization.yaml`, '- service.yaml', '- ../../../../../x'],
      ['kustomize-reference', '- ../../../../../x'],
      "'../../../../../x' is outside the repository",
      undefined,
    ],
    [
      'a resource from elsewhere',
      [
        `${BASE}/kustomization.yaml`,
        '- service.yaml',
        '- https://example.com/x.yaml',
      ],
      ['kustomize-remote', '- https://example.com/x.yaml'],
      "'https://example.com/x.yaml' is remote",
      'Copy it into the repository.',
    ],
    [
      'an Application of a folder that is not there',
      [APPLICATION, 'overlays/dev', 'overlays/dve'],
      ['kubernetes-reference', 'path: gitops/apps/order-mailer/overlays/dve'],
      "There is no kustomization.yaml in 'gitops/apps/order-mailer/overlays/dve'",
      'Add the folder, or correct the path.',
    ],
    [
      'a key without a value',
      [`${OVERLAY}/serviceaccount.yaml`, /role-arn: .*/, 'role-arn:'],
      ['kubernetes-empty', 'eks.amazonaws.com/role-arn:'],
      expect.stringContaining('has no value'),
      'Give it a value, or remove the key.',
    ],
  ] as const)('finds %s', async (_, change, [id, line], message, fix) => {
    const [file, search, text] = change;
    const { findings, lines } = await findingsAfter(file, search, text);
    const found = findings.find(finding => finding.id === id);
    expect(found).toMatchObject({ file, message });
    expect(found?.fix).toEqual(fix);
    expect(found?.reason).toBeTruthy();
    expect(lines[(found?.line ?? 0) - 1].trim()).toBe(line);
  });

  it('leaves out what needs the repository, where that cannot be reached', async () => {
    const files = await orderMailerFiles();
    const file = `${BASE}/kustomization.yaml`;
    expect(
      await checkKubernetes(new Map([[file, files.get(file) ?? '']])),
    ).toEqual([]);
  });

  it('reads patches as such when only they change', async () => {
    const files = await orderMailerFiles();
    const file = `${OVERLAY}/deployment.yaml`;
    expect(
      await checkKubernetes(
        new Map([[file, files.get(file) ?? '']]),
        fileSourceOf(files),
      ),
    ).toEqual([]);
  });

  it('says which kinds it cannot check, and checks nothing outside gitops', async () => {
    const text = 'apiVersion: a.example/v1\nkind: Thing\nmetadata: {name: x}\n';
    const files = new Map([
      ['gitops/platform/thing.yaml', text],
      ['catalog/thing.yaml', text],
    ]);
    expect(await checkKubernetes(files)).toEqual([
      {
        id: 'kubernetes-unknown-kind',
        severity: 'info',
        file: 'gitops/platform/thing.yaml',
        line: 2,
        message: 'Thing of a.example/v1 was not checked',
        reason: 'Only kinds whose schema is known here can be checked.',
      },
    ]);
  });
});

describe('checkManifests', () => {
  it('asks whole objects for all that their kind needs', async () => {
    const findings = await checkManifests('build', [
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' } },
      { apiVersion: 'v1', kind: 'Service', spec: {} },
      'text',
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'b' },
        spec: { template: {} },
      },
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      'An object needs metadata',
      'An object needs apiVersion, kind and metadata',
      "Deployment b at spec: must have required property 'selector'",
    ]);
  });
});

describe('checkObjectSet', () => {
  const pod = (labels: Record<string, string>) => ({
    template: {
      metadata: { labels },
      spec: {
        serviceAccountName: 'a',
        containers: [{ envFrom: [{ secretRef: { name: 'a-database' } }] }],
      },
    },
  });
  const object = (kind: string, spec: object, name = 'a') => ({
    kind,
    metadata: { name },
    spec,
  });

  it('finds what is missing, what is selected by mistake, and two autoscalers', () => {
    const messages = checkObjectSet('build', [
      object('Deployment', {
        selector: { matchLabels: { x: 'y' } },
        ...pod({ x: 'y' }),
      }),
      object('Job', pod({ x: 'y' }), 'migrate'),
      object('Service', { selector: { x: 'z' } }),
      object('HorizontalPodAutoscaler', {
        scaleTargetRef: { kind: 'Deployment', name: 'a' },
      }),
      object('ScaledObject', {
        scaleTargetRef: { name: 'a' },
        triggers: [{ authenticationRef: { name: 'keda' } }],
      }),
      object('Ingress', {
        rules: [
          {
            http: {
              paths: [{ backend: { service: { name: 'b', port: {} } } }],
            },
          },
        ],
      }),
    ]).map(({ message }) => message);
    expect(messages).toEqual([
      'Deployment a names the ServiceAccount a: missing',
      'Deployment a names the Secret a-database: missing',
      'Job migrate names the ServiceAccount a: missing',
      'Job migrate names the Secret a-database: missing',
      'ScaledObject a names the TriggerAuthentication keda: missing',
      'Ingress a names the Service b: missing',
      'Deployment a selects the pods of Job migrate as well',
      'Service a selects no pods',
      'a is scaled twice; keep one autoscaler',
    ]);
  });
});
