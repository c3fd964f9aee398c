import {
  app,
  bound,
  deployment,
  finalizers,
  object,
  policy,
  project,
  role,
  server,
  Values,
  without,
} from './manifests';

/** What is compared, before and after, and the risks of it. */
export const RISK_CASES: readonly [
  string,
  Values | undefined,
  Values | undefined,
  string[],
][] = [
  [
    'an image',
    deployment(),
    deployment({ image: 'registry.test/app:2' }),
    [
      'low | image-changed | Image of app: registry.test/app:1 → registry.test/app:2',
    ],
  ],
  [
    'an image that floats',
    undefined,
    deployment({ image: 'registry.test:5000/app' }),
    [
      'medium | image-floats | The image of app can change without a change here: registry.test:5000/app',
    ],
  ],
  [
    'variables',
    deployment(),
    deployment({
      env: [
        { name: 'LOG', value: 'debug' },
        { name: 'NEW', value: '1' },
      ],
    }),
    [
      'medium | variable-removed | The variable DB_PASSWORD is gone',
      'low | variable-added | One variable more: NEW',
      'low | variable-changed | The variable LOG: info → debug',
    ],
  ],
  [
    'replicas',
    deployment(),
    deployment({}, {}, { replicas: 1 }),
    ['medium | capacity-cut | Fewer replicas: 3 → 1'],
  ],
  [
    'no replicas',
    deployment(),
    deployment({}, {}, { replicas: 0 }),
    [
      'high | stopped | Nothing of it runs any more: replicas is 0',
      'medium | capacity-cut | Fewer replicas: 3 → 0',
    ],
  ],
  [
    'limits and requests',
    deployment(),
    deployment({
      resources: { limits: { memory: '0.25Gi' }, requests: { cpu: '1' } },
    }),
    [
      'medium | limit-cut | Container app gets less memory at most: 512Mi → 0.25Gi',
      'low | limit-raised | Container app takes more cpu: 250m → 1',
    ],
  ],
  [
    'a probe',
    deployment(),
    without('livenessProbe'),
    ['high | probe-gone | The livenessProbe of app is gone'],
  ],
  [
    'a security context',
    deployment(),
    without('securityContext'),
    [
      'high | escalation-allowed | Container app no longer says that it may not gain more rights',
      'medium | root-writable | Container app may write to its own files',
      'medium | capability-kept | It no longer gives up the capability ALL',
    ],
  ],
  [
    'root',
    deployment(),
    deployment({}, { securityContext: {} }),
    [
      'high | root-allowed | It may run as root: spec.template.spec.securityContext.runAsNonRoot is now nothing',
    ],
  ],
  [
    'all of the node',
    undefined,
    deployment(
      {
        securityContext: {
          privileged: true,
          capabilities: { add: ['SYS_ADMIN'] },
        },
      },
      {
        hostNetwork: true,
        volumes: [{ name: 'root', hostPath: { path: '/' } }],
      },
    ),
    [
      'critical | privileged | Container app is privileged',
      'critical | host-namespace | The pod shares hostNetwork with its node',
      'critical | host-path | Volume root is a folder of the node',
      'high | capability-added | It gets the capability SYS_ADMIN',
    ],
  ],
  [
    'a role of AWS',
    object('v1', 'ServiceAccount', {
      metadata: {
        name: 'x',
        annotations: { 'eks.amazonaws.com/role-arn': 'arn:a' },
      },
    }),
    object('v1', 'ServiceAccount', {
      metadata: {
        name: 'x',
        annotations: { 'eks.amazonaws.com/role-arn': 'arn:b' },
      },
    }),
    ['high | role-changed | It gets another AWS role: arn:a → arn:b'],
  ],
  [
    'a workload',
    deployment(),
    undefined,
    ['high | workload-removed | It no longer runs'],
  ],
  [
    'a volume',
    object('v1', 'PersistentVolumeClaim'),
    undefined,
    ['critical | volume-removed | The volume is removed'],
  ],
  [
    'a stateful set',
    object('apps/v1', 'StatefulSet'),
    undefined,
    ['high | stateful-removed | The stateful set is removed'],
  ],
  [
    'a definition',
    object('apiextensions.k8s.io/v1', 'CustomResourceDefinition'),
    undefined,
    [
      'critical | definition-removed | The definition of a custom resource is removed',
    ],
  ],
  [
    'a budget',
    object('policy/v1', 'PodDisruptionBudget'),
    undefined,
    [
      'medium | disruptions-allowed | Nothing keeps some of it running while nodes are replaced',
    ],
  ],
  [
    'an autoscaler',
    object('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: { minReplicas: 3, maxReplicas: 4 },
    }),
    object('autoscaling/v2', 'HorizontalPodAutoscaler', {
      spec: { minReplicas: 1, maxReplicas: 9 },
    }),
    [
      'medium | capacity-cut | The autoscaler keeps fewer: minReplicas 3 → 1',
      'low | capacity-raised | The autoscaler may keep more: maxReplicas 4 → 9',
    ],
  ],
  [
    'a service',
    object('v1', 'Service', { spec: { type: 'ClusterIP' } }),
    object('v1', 'Service', { spec: { type: 'LoadBalancer' } }),
    [
      'high | exposed | It can be reached from outside of the cluster: LoadBalancer',
    ],
  ],
  [
    'a host name',
    object('networking.k8s.io/v1', 'Ingress', {
      spec: { tls: [{ hosts: ['a'] }], rules: [{ host: 'a' }] },
    }),
    object('networking.k8s.io/v1', 'Ingress', {
      spec: { rules: [{ host: 'b' }] },
    }),
    [
      'high | tls-off | A host name is no longer served with TLS',
      'medium | host-changed | It is no longer reached as a',
    ],
  ],
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
