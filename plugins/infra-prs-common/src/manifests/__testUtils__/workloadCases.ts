import { deployment, object, Values, without } from './manifests';

/** What runs: before, after, and the risks of it. */
export const WORKLOAD_CASES: readonly [
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
];
