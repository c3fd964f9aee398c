import { FieldSpec } from './fieldSpec';

const WORKLOADS = ['Deployment', 'ReplicaSet', 'DaemonSet'];
const SPREAD_GROUP = { kinds: ['Deployment', 'StatefulSet'], group: 'apps' };

/** Labels and annotations of the object itself. */
export const ownFields = (name: 'labels' | 'annotations'): FieldSpec[] => [
  { path: `metadata/${name}`, create: true },
];

/** Those of the pods that it makes. */
export function templateFields(name: 'labels' | 'annotations'): FieldSpec[] {
  const path = `spec/template/metadata/${name}`;
  const jobs = 'spec/jobTemplate';
  const create = true;
  return [
    { path, create, kinds: ['ReplicationController'], version: 'v1' },
    { path, create, kinds: WORKLOADS },
    { path, create, kinds: ['StatefulSet'], group: 'apps' },
    { path, create, kinds: ['Job'], group: 'batch' },
    {
      path: `${jobs}/metadata/${name}`,
      create,
      kinds: ['CronJob'],
      group: 'batch',
    },
    {
      path: `${jobs}/${path}`,
      create,
      kinds: ['CronJob'],
      group: 'batch',
    },
  ];
}

const AFFINITY = ['podAffinity', 'podAntiAffinity'].flatMap(affinity => [
  `${affinity}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels`,
  `${affinity}/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels`,
]);

/** Labels of pods, and of the volumes that are made with them. */
export const templateLabelFields: readonly FieldSpec[] = [
  ...templateFields('labels'),
  {
    path: 'spec/volumeClaimTemplates/metadata/labels',
    create: true,
    kinds: ['StatefulSet'],
    group: 'apps',
  },
];

/** Where objects choose others by their labels. */
export const selectorFields: readonly FieldSpec[] = [
  { path: 'spec/selector', create: true, kinds: ['Service'], version: 'v1' },
  {
    path: 'spec/selector',
    create: true,
    kinds: ['ReplicationController'],
    version: 'v1',
  },
  { path: 'spec/selector/matchLabels', create: true, kinds: WORKLOADS },
  {
    path: 'spec/selector/matchLabels',
    create: true,
    kinds: ['StatefulSet'],
    group: 'apps',
  },
  ...AFFINITY.map(path => ({
    ...SPREAD_GROUP,
    path: `spec/template/spec/affinity/${path}`,
  })),
  {
    ...SPREAD_GROUP,
    path: 'spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels',
  },
  { path: 'spec/selector/matchLabels', kinds: ['Job'], group: 'batch' },
  {
    path: 'spec/jobTemplate/spec/selector/matchLabels',
    kinds: ['CronJob'],
    group: 'batch',
  },
  {
    path: 'spec/selector/matchLabels',
    kinds: ['PodDisruptionBudget'],
    group: 'policy',
  },
  ...['podSelector', 'ingress/from/podSelector', 'egress/to/podSelector'].map(
    path => ({
      path: `spec/${path}/matchLabels`,
      kinds: ['NetworkPolicy'],
      group: 'networking.k8s.io',
    }),
  ),
];
