import { FieldSpec } from './fieldSpec';

/** Kinds of which others know the name, and the fields in which they do. */
export interface NameReference {
  readonly target: {
    readonly kind: string;
    readonly group?: string;
    readonly version?: string;
  };
  readonly fields: readonly FieldSpec[];
}

const POD_SPECS: readonly (readonly [string, readonly string[]])[] = [
  ['spec', ['Pod']],
  ['template/spec', ['PodTemplate']],
  [
    'spec/template/spec',
    ['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'Job'],
  ],
  ['spec/jobTemplate/spec/template/spec', ['CronJob']],
];

/** Paths below a pod's spec, for every kind that has one. */
function inPods(...paths: readonly string[]): FieldSpec[] {
  return POD_SPECS.flatMap(([spec, kinds]) =>
    paths.map(path => ({ path: `${spec}/${path}`, kinds })),
  );
}

/** What controllers and jobs have in common, without those that only Kustomize's older lists leave out. */
function inRunningPods(path: string): FieldSpec[] {
  const kinds = [
    'StatefulSet',
    'Deployment',
    'ReplicationController',
    'Job',
    'DaemonSet',
  ];
  return [
    { path: `spec/${path}`, kinds: ['Pod'] },
    { path: `spec/template/spec/${path}`, kinds },
    {
      path: `spec/jobTemplate/spec/template/spec/${path}`,
      kinds: ['CronJob'],
    },
  ];
}

const ROLES: FieldSpec = {
  path: 'rules/resourceNames',
  kinds: ['Role', 'ClusterRole'],
};
const RBAC = 'rbac.authorization.k8s.io';
const annotation = (name: string): FieldSpec => ({
  path: `metadata/annotations/${name.replaceAll('/', '~1')}`,
  kinds: ['Ingress'],
});

const configMaps: NameReference = {
  target: { kind: 'ConfigMap', version: 'v1' },
  fields: [
    ...inPods(
      'volumes/configMap/name',
      'volumes/projected/sources/configMap/name',
      'containers/env/valueFrom/configMapKeyRef/name',
      'initContainers/env/valueFrom/configMapKeyRef/name',
      'containers/envFrom/configMapRef/name',
      'initContainers/envFrom/configMapRef/name',
    ),
    ROLES,
    annotation('nginx.ingress.kubernetes.io/fastcgi-params-configmap'),
  ],
};

const secrets: NameReference = {
  target: { kind: 'Secret', version: 'v1' },
  fields: [
    ...inPods(
      'volumes/secret/secretName',
      'volumes/projected/sources/secret/name',
      'containers/env/valueFrom/secretKeyRef/name',
      'initContainers/env/valueFrom/secretKeyRef/name',
      'containers/envFrom/secretRef/name',
      'initContainers/envFrom/secretRef/name',
      'imagePullSecrets/name',
    ),
    ROLES,
    { path: 'spec/tls/secretName', kinds: ['Ingress'] },
    annotation('ingress.kubernetes.io/auth-secret'),
    annotation('nginx.ingress.kubernetes.io/auth-secret'),
    annotation('nginx.ingress.kubernetes.io/auth-tls-secret'),
    { path: 'imagePullSecrets/name', kinds: ['ServiceAccount'] },
    ...['secretName', 'adminSecretName', 'userSecretName', 'secretRef'].map(
      name => ({ path: `parameters/${name}`, kinds: ['StorageClass'] }),
    ),
    { path: 'spec/azureFile/secretName', kinds: ['PersistentVolume'] },
  ],
};

const services: NameReference = {
  target: { kind: 'Service', version: 'v1' },
  fields: [
    { path: 'spec/serviceName', kinds: ['StatefulSet'], group: 'apps' },
    ...[
      'spec/rules/http/paths/backend/serviceName',
      'spec/backend/serviceName',
      'spec/rules/http/paths/backend/service/name',
      'spec/defaultBackend/service/name',
    ].map(path => ({ path, kinds: ['Ingress'] })),
    {
      path: 'spec/service/name',
      kinds: ['APIService'],
      group: 'apiregistration.k8s.io',
    },
    {
      path: 'webhooks/clientConfig/service',
      kinds: ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
      group: 'admissionregistration.k8s.io',
    },
  ],
};

const scaled = [
  'Deployment',
  'ReplicationController',
  'ReplicaSet',
  'StatefulSet',
].map(kind => ({
  target: { kind },
  fields: [
    {
      path: 'spec/scaleTargetRef/name',
      kinds: ['HorizontalPodAutoscaler'],
    },
  ],
}));

/** Fields in which Kustomize follows names: https://github.com/kubernetes-sigs/kustomize/blob/master/examples/transformerconfigs/README.md */
export const nameReferences: readonly NameReference[] = [
  ...scaled,
  configMaps,
  secrets,
  services,
  {
    target: { kind: 'Role', group: RBAC },
    fields: [{ path: 'roleRef/name', kinds: ['RoleBinding'], group: RBAC }],
  },
  {
    target: { kind: 'ClusterRole', group: RBAC },
    fields: [
      {
        path: 'roleRef/name',
        kinds: ['RoleBinding', 'ClusterRoleBinding'],
        group: RBAC,
      },
    ],
  },
  {
    target: { kind: 'ServiceAccount', version: 'v1' },
    fields: [
      {
        path: 'subjects',
        kinds: ['RoleBinding', 'ClusterRoleBinding'],
        group: RBAC,
      },
      ...inRunningPods('serviceAccountName'),
    ],
  },
  {
    target: { kind: 'PersistentVolumeClaim', version: 'v1' },
    fields: inRunningPods('volumes/persistentVolumeClaim/claimName'),
  },
  {
    target: { kind: 'PersistentVolume', version: 'v1' },
    fields: [
      { path: 'spec/volumeName', kinds: ['PersistentVolumeClaim'] },
      { path: 'rules/resourceNames', kinds: ['ClusterRole'] },
    ],
  },
  {
    target: { kind: 'StorageClass', version: 'v1', group: 'storage.k8s.io' },
    fields: [
      {
        path: 'spec/storageClassName',
        kinds: ['PersistentVolume', 'PersistentVolumeClaim'],
      },
      {
        path: 'spec/volumeClaimTemplates/spec/storageClassName',
        kinds: ['StatefulSet'],
      },
    ],
  },
  {
    target: {
      kind: 'PriorityClass',
      version: 'v1',
      group: 'scheduling.k8s.io',
    },
    fields: inRunningPods('priorityClassName'),
  },
];
