import { ManifestRule } from '../ManifestRule';

const image = ['containers[].image', 'initContainers[].image'];

/** What runs, and with what. */
export const workloadRules: readonly ManifestRule[] = [
  {
    id: 'image-changed',
    severity: 'low',
    when: { kind: 'changed', paths: image },
    message: 'Image of {item}: {before} → {after}',
    why: 'This is what will run.',
  },
  {
    id: 'image-floats',
    severity: 'medium',
    when: {
      kind: 'matches',
      paths: image,
      pattern: /^(?:[^@]*:latest|(?:[^/@]*\/)*[^:/@]+)$/,
      whenNew: true,
    },
    message: 'The image of {item} can change without a change here: {after}',
    why: 'Two pods of one version may run different programs.',
    fix: 'Name a tag that is never moved, or a digest.',
  },
  {
    id: 'command-changed',
    severity: 'medium',
    when: {
      kind: 'changed',
      paths: ['containers[].command', 'containers[].args'],
    },
    message: 'Container {item} is started differently: {key}',
    why: 'What runs is another thing, with the same image.',
  },
  {
    id: 'container-added',
    severity: 'low',
    when: {
      kind: 'appeared',
      paths: ['spec.containers[]', 'spec.initContainers[]'],
    },
    message: 'One container more: {item}',
    why: 'It shares network and volumes with the others of the pod.',
  },
  {
    id: 'variable-removed',
    severity: 'medium',
    when: { kind: 'vanished', paths: ['env[]'] },
    message: 'The variable {item} is gone',
    why: 'The program may need it to start.',
  },
  {
    id: 'variable-removed',
    severity: 'medium',
    when: { kind: 'vanished', paths: ['envFrom[]'] },
    message: 'Container {item} no longer gets all variables of a map or secret',
    why: 'The program may need one of them to start.',
  },
  {
    id: 'variable-added',
    severity: 'low',
    when: { kind: 'appeared', paths: ['env[]'] },
    message: 'One variable more: {item}',
    why: 'The program is configured by it.',
  },
  {
    id: 'variable-changed',
    severity: 'low',
    when: { kind: 'changed', paths: ['env[].value'] },
    message: 'The variable {item}: {before} → {after}',
    why: 'The program is configured by it.',
  },
  {
    id: 'configuration-changed',
    severity: 'low',
    kinds: ['ConfigMap'],
    when: { kind: 'changed', paths: ['data'] },
    message: 'Its data changes',
    why: 'Pods read it when they start; without a hash in its name they are not started anew.',
  },
  {
    id: 'secret-changed',
    severity: 'medium',
    kinds: ['Secret', 'ExternalSecret'],
    when: { kind: 'changed', paths: ['data', 'stringData', 'spec'] },
    message: 'Where a secret comes from, or the secret itself, changes',
    why: 'Pods that read it may no longer get in where they need to.',
  },
  {
    id: 'selector-changed',
    severity: 'high',
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
    when: { kind: 'changed', paths: ['spec.selector.matchLabels'] },
    message: 'Its selector changes',
    why: 'Kubernetes refuses to change it in place: it has to be deleted and made anew.',
  },
  {
    id: 'schedule-changed',
    severity: 'low',
    kinds: ['CronJob'],
    when: { kind: 'changed', paths: ['spec.schedule'] },
    message: 'It runs at other times: {before} → {after}',
    why: 'Others may count on when it runs.',
  },
];
