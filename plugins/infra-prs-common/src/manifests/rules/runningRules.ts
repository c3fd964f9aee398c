import { ManifestRule } from '../ManifestRule';

const probes = [
  'containers[].livenessProbe',
  'containers[].readinessProbe',
  'containers[].startupProbe',
];
const scalers = ['HorizontalPodAutoscaler', 'ScaledObject'];
const least = ['spec.minReplicas', 'spec.minReplicaCount'];
const most = ['spec.maxReplicas', 'spec.maxReplicaCount'];

/** How much of it runs, and how it stays up. */
export const runningRules: readonly ManifestRule[] = [
  {
    id: 'stopped',
    severity: 'high',
    when: { kind: 'became', paths: ['spec.replicas'], to: [0] },
    message: 'Nothing of it runs any more: replicas is 0',
    why: 'Whoever uses it fails.',
  },
  {
    id: 'capacity-cut',
    severity: 'medium',
    when: { kind: 'lowered', paths: ['spec.replicas'] },
    message: 'Fewer replicas: {before} → {after}',
    why: 'The others take the whole load, and fewer are left when one fails.',
  },
  {
    id: 'capacity-raised',
    severity: 'low',
    when: { kind: 'raised', paths: ['spec.replicas'] },
    message: 'More replicas: {before} → {after}',
    why: 'It costs more, and databases get more connections.',
  },
  {
    id: 'capacity-cut',
    severity: 'medium',
    kinds: scalers,
    when: { kind: 'lowered', paths: [...least, ...most] },
    message: 'The autoscaler keeps fewer: {key} {before} → {after}',
    why: 'A peak may find too few of them.',
  },
  {
    id: 'capacity-raised',
    severity: 'low',
    kinds: scalers,
    when: { kind: 'raised', paths: [...least, ...most] },
    message: 'The autoscaler may keep more: {key} {before} → {after}',
    why: 'It costs more, and databases get more connections.',
  },
  {
    id: 'autoscaler-removed',
    severity: 'medium',
    kinds: scalers,
    when: { kind: 'removed' },
    message: 'It is no longer scaled by its load',
    why: 'It keeps the number of replicas that it has.',
  },
  {
    id: 'limit-cut',
    severity: 'medium',
    when: {
      kind: 'lowered',
      paths: [
        'containers[].resources.limits.memory',
        'containers[].resources.limits.cpu',
      ],
    },
    message: 'Container {item} gets less {key} at most: {before} → {after}',
    why: 'With too little memory it is killed, with too little CPU it is slow.',
  },
  {
    id: 'limit-raised',
    severity: 'low',
    when: {
      kind: 'raised',
      paths: [
        'containers[].resources.limits.memory',
        'containers[].resources.limits.cpu',
        'containers[].resources.requests.memory',
        'containers[].resources.requests.cpu',
      ],
    },
    message: 'Container {item} takes more {key}: {before} → {after}',
    why: 'Nodes have to have room for it.',
  },
  {
    id: 'limit-cut',
    severity: 'low',
    when: {
      kind: 'lowered',
      paths: [
        'containers[].resources.requests.memory',
        'containers[].resources.requests.cpu',
      ],
    },
    message: 'Container {item} is promised less {key}: {before} → {after}',
    why: 'On a full node others may take it away.',
  },
  {
    id: 'limit-gone',
    severity: 'medium',
    when: {
      kind: 'vanished',
      paths: [
        'containers[].resources.limits.memory',
        'containers[].resources.limits',
        'containers[].resources',
      ],
    },
    message: 'Container {item} has no limit any more: {path}',
    why: 'It may take the memory of others on its node.',
  },
  {
    id: 'probe-gone',
    severity: 'high',
    when: { kind: 'vanished', paths: probes },
    message: 'The {key} of {item} is gone',
    why: 'Kubernetes no longer notices that it is not ready, or hangs.',
  },
  {
    id: 'probe-changed',
    severity: 'low',
    when: { kind: 'changed', paths: probes },
    message: 'The {key} of {item} is another one',
    why: 'Too strict, it restarts what is well; too lax, it keeps what is not.',
  },
  {
    id: 'disruptions-allowed',
    severity: 'medium',
    kinds: ['PodDisruptionBudget'],
    when: { kind: 'removed' },
    message: 'Nothing keeps some of it running while nodes are replaced',
    why: 'An upgrade of the cluster may stop all of it at once.',
  },
  {
    id: 'disruptions-allowed',
    severity: 'medium',
    kinds: ['PodDisruptionBudget'],
    when: { kind: 'lowered', paths: ['spec.minAvailable'] },
    message:
      'Fewer have to stay up while nodes are replaced: {before} → {after}',
    why: 'An upgrade of the cluster may stop more of it at once.',
  },
  {
    id: 'disruptions-allowed',
    severity: 'medium',
    kinds: ['PodDisruptionBudget'],
    when: { kind: 'raised', paths: ['spec.maxUnavailable'] },
    message: 'More may be down while nodes are replaced: {before} → {after}',
    why: 'An upgrade of the cluster may stop more of it at once.',
  },
  {
    id: 'strategy-recreate',
    severity: 'medium',
    when: { kind: 'became', paths: ['spec.strategy.type'], to: ['Recreate'] },
    message: 'A new version stops the old one first',
    why: 'Nobody answers in between.',
  },
];
