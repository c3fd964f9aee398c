import {
  app,
  bound,
  finalizers,
  object,
  policy,
  project,
  role,
  server,
  Values,
} from './manifests';

/** Who reaches what, and what Argo CD does: before, after, and the risks of it. */
export const CLUSTER_CASES: readonly [
  string,
  Values | undefined,
  Values | undefined,
  string[],
][] = [
  [
    'a policy that is gone',
    policy({ ingress: [] }),
    undefined,
    ['high | network-opened | The network policy is removed'],
  ],
  [
    'a policy that is opened',
    policy({
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [{ podSelector: { matchLabels: { app: 'a' } } }],
          ports: [{ port: 80 }],
        },
      ],
    }),
    policy({
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            { podSelector: { matchLabels: { app: 'a' } } },
            { ipBlock: { cidr: '0.0.0.0/0' } },
          ],
          ports: [{ port: 80 }, { port: 81 }],
        },
      ],
    }),
    [
      'high | network-opened | The policy lets more through: 0.0.0.0/0 at port 80 may reach it',
      'high | network-opened | The policy lets more through: 0.0.0.0/0 at port 81 may reach it',
      'medium | network-opened | The policy lets more through: pods with app=a at port 81 may reach it',
    ],
  ],
  [
    'a policy that no longer limits',
    policy({ policyTypes: ['Ingress', 'Egress'] }),
    policy({ policyTypes: ['Ingress'] }),
    [
      'high | network-opened | The policy lets more through: everyone may be reached',
    ],
  ],
  [
    'a policy that is only narrowed',
    policy({ ingress: [{}] }),
    policy({ ingress: [{ from: [{ podSelector: {} }] }] }),
    [],
  ],
  [
    'rights',
    role([
      {
        apiGroups: [''],
        resources: ['pods', 'secrets'],
        verbs: ['get'],
        resourceNames: ['a'],
      },
    ]),
    role([
      {
        apiGroups: [''],
        resources: ['pods', 'secrets'],
        verbs: ['get', 'list'],
      },
    ]),
    [
      'high | rights-widened | It allows get on secrets',
      'high | rights-widened | It allows list on secrets',
      'medium | rights-widened | It allows get on pods',
      'medium | rights-widened | It allows list on pods',
    ],
  ],
  [
    'all rights',
    undefined,
    role([{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]),
    ['critical | rights-widened | It allows everything on everything'],
  ],
  [
    'rights that are only written otherwise',
    role([{ apiGroups: [''], resources: ['pods'], verbs: ['*'] }]),
    role([
      { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
      {
        apiGroups: [''],
        resources: ['pods'],
        verbs: ['list'],
        resourceNames: ['a'],
      },
    ]),
    [],
  ],
  [
    'somebody with a role',
    bound('RoleBinding', 'view', []),
    bound('RoleBinding', 'view', [
      { kind: 'ServiceAccount', name: 'a', namespace: 'b' },
    ]),
    ['medium | rights-widened | ServiceAccount b/a gets the role view'],
  ],
  [
    'everyone with all',
    undefined,
    bound('ClusterRoleBinding', 'cluster-admin', [
      { kind: 'Group', name: 'system:authenticated' },
    ]),
    [
      'critical | rights-widened | Group system:authenticated gets the role cluster-admin',
    ],
  ],
  [
    'where an application comes from and goes to',
    app({
      source: { targetRevision: 'main', path: 'a' },
      destination: { server, namespace: 'a' },
    }),
    app({
      source: { targetRevision: 'v1', path: 'b' },
      destination: { server, namespace: 'b' },
    }),
    [
      'high | argo-destination | It is deployed to another namespace: a → b',
      'medium | argo-revision | It follows another revision: main → v1',
      'medium | argo-path | It deploys another path: a → b',
    ],
  ],
  [
    'how an application is synced',
    app(
      { syncPolicy: { automated: { prune: false, selfHeal: true } } },
      { finalizers },
    ),
    app({
      syncPolicy: { automated: { prune: true } },
      ignoreDifferences: [{ kind: 'Deployment' }],
    }),
    [
      'medium | argo-prune | Prune is turned on',
      'medium | argo-self-heal | Self-heal is turned off',
      'medium | argo-finalizer | The finalizer is removed',
      'medium | argo-ignored | Argo CD looks at less: ignoreDifferences names more',
    ],
  ],
  [
    'an application that is by hand',
    app({ syncPolicy: { automated: {} } }),
    app({ syncPolicy: {} }),
    ['medium | argo-manual | It is no longer synced by itself'],
  ],
  [
    'an application that is gone with all',
    app({}, { finalizers }),
    undefined,
    ['critical | argo-removed | Argo CD deletes all that it deployed'],
  ],
  [
    'an application that is gone alone',
    app({}),
    undefined,
    ['high | argo-removed | Argo CD no longer looks after what it deployed'],
  ],
  [
    'a set of applications',
    object('argoproj.io/v1alpha1', 'ApplicationSet', {
      spec: {
        template: { spec: { source: { targetRevision: 'a' } } },
        generators: [{ list: 1 }],
      },
    }),
    object('argoproj.io/v1alpha1', 'ApplicationSet', {
      spec: {
        template: { spec: { source: { targetRevision: 'b' } } },
        generators: [{ list: 2 }],
      },
    }),
    [
      'high | argo-generators | The generators change',
      'medium | argo-revision | It follows another revision: a → b',
    ],
  ],
  [
    'a project',
    project({
      destinations: [{ server, namespace: 'a' }],
      sourceRepos: ['a'],
      namespaceResourceBlacklist: [{ group: '', kind: 'ResourceQuota' }],
    }),
    project({
      destinations: [
        { server, namespace: 'a' },
        { server, namespace: '*' },
      ],
      sourceRepos: ['a', 'b'],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    }),
    [
      'critical | project-destinations | The project may deploy to every namespace',
      'high | project-destinations | The project may deploy to one place more',
      'high | project-sources | The project may deploy from one repository more: b',
      'high | project-cluster | The project may change more of the cluster itself',
      'high | project-cluster | The project may change what it was kept from',
    ],
  ],
];
