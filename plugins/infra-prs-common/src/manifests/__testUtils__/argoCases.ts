import { app, object, project, Values } from './manifests';

const chart = (helm: Values, version = '1.0.0') =>
  app({
    source: {
      repoURL: 'https://charts.test',
      chart: 'redis',
      targetRevision: version,
      helm,
    },
  });
const window = (over: Values) => ({
  kind: 'deny',
  schedule: '0 22 * * *',
  duration: '1h',
  ...over,
});

/** What Argo CD hands on, and when it syncs: before, after, and the risks of it. */
export const ARGO_CASES: readonly [
  string,
  Values | undefined,
  Values | undefined,
  string[],
][] = [
  [
    'another version of a chart with other values',
    chart({
      valuesObject: { replicas: 2 },
      valueFiles: ['a.yaml'],
      parameters: [{ name: 'auth', value: 'on' }],
    }),
    chart(
      {
        valuesObject: { replicas: 1 },
        valueFiles: ['b.yaml'],
        parameters: [{ name: 'auth', value: 'off' }],
      },
      '2.0.0',
    ),
    [
      'medium | argo-revision | It follows another revision: 1.0.0 → 2.0.0',
      'medium | argo-helm-values | The chart gets other values',
      'medium | argo-helm-values | The chart gets the values of one file more: b.yaml',
      'medium | argo-helm-values | The chart no longer gets the values of a.yaml',
      'medium | argo-helm-parameter | The chart’s parameter auth: on → off',
    ],
  ],
  [
    'one source more, and how it is synced',
    app({ sources: [{ repoURL: 'a', path: 'x' }] }),
    app({
      sources: [
        { repoURL: 'a', path: 'x' },
        { repoURL: 'b', path: 'y' },
      ],
      syncPolicy: { syncOptions: ['Replace=true', 'CreateNamespace=true'] },
    }),
    [
      'high | argo-sources | It is deployed from one source more',
      'high | argo-forced | Objects are replaced instead of changed: Replace=true',
      'low | argo-sync-option | It is synced with Replace=true',
      'low | argo-sync-option | It is synced with CreateNamespace=true',
    ],
  ],
  [
    'a cluster by its name',
    app({ destination: { server: 'https://a', namespace: 'x' } }),
    app({ destination: { name: 'b', namespace: 'x' } }),
    [
      'high | argo-destination | It no longer says its server: https://a is gone',
    ],
  ],
  [
    'sync windows',
    project({ syncWindows: [window({}), window({ schedule: '0 1 * * *' })] }),
    project({ syncWindows: [window({ duration: '2h', kind: 'allow' })] }),
    [
      'medium | project-window | A sync window is removed: deny',
      'medium | project-window | A sync window changes: kind: deny → allow',
      'medium | project-window | A sync window changes: duration: 1h → 2h',
    ],
  ],
  [
    'windows of what is no project of Argo CD',
    object('example.com/v1', 'AppProject', {}),
    object('example.com/v1', 'AppProject', { spec: { syncWindows: [{}] } }),
    [],
  ],
];
