import { ManifestRule } from '../ManifestRule';

const containers = ['containers[]', 'initContainers[]'];
const inContainers = (...fields: readonly string[]) =>
  containers.flatMap(container => fields.map(field => `${container}.${field}`));
/** A pod's own context, and those of its containers. */
const inContexts = (field: string) => [
  `spec.securityContext.${field}`,
  ...inContainers(`securityContext.${field}`),
];

/** What a container can do to its node and its neighbours, https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export const podSecurityRules: readonly ManifestRule[] = [
  {
    id: 'privileged',
    severity: 'critical',
    when: {
      kind: 'became',
      paths: inContainers('securityContext.privileged'),
      to: [true],
      whenNew: true,
    },
    message: 'Container {item} is privileged',
    why: 'Who gets into it has the node, and with it every pod on it.',
    fix: 'Name the one capability that it needs.',
  },
  {
    id: 'host-namespace',
    severity: 'critical',
    when: {
      kind: 'became',
      paths: ['spec.hostNetwork', 'spec.hostPID', 'spec.hostIPC'],
      to: [true],
      whenNew: true,
    },
    message: 'The pod shares {key} with its node',
    why: 'Network policies no longer hold, or it sees processes of others.',
  },
  {
    id: 'host-path',
    severity: 'critical',
    when: { kind: 'appeared', paths: ['volumes[].hostPath'], whenNew: true },
    message: 'Volume {item} is a folder of the node',
    why: 'Who writes there reaches the node and other pods.',
    fix: 'Use a volume claim, or emptyDir.',
  },
  {
    id: 'host-port',
    severity: 'medium',
    when: {
      kind: 'appeared',
      paths: inContainers('ports[].hostPort'),
      whenNew: true,
    },
    message: 'A port of the node leads to the container',
    why: 'It can be reached past services and policies, and one pod fits on a node.',
  },
  {
    id: 'escalation-allowed',
    severity: 'high',
    when: {
      kind: 'became',
      paths: inContainers('securityContext.allowPrivilegeEscalation'),
      to: [true],
      whenNew: true,
    },
    message: 'Container {item} may gain more rights than it started with',
    why: 'A hole in the program then reaches further.',
  },
  {
    id: 'escalation-allowed',
    severity: 'high',
    when: {
      kind: 'left',
      paths: inContainers('securityContext.allowPrivilegeEscalation'),
      from: [false],
    },
    message: 'Container {item} no longer says that it may not gain more rights',
    why: 'Allowed is the default.',
  },
  {
    id: 'root-allowed',
    severity: 'high',
    when: { kind: 'left', paths: inContexts('runAsNonRoot'), from: [true] },
    message: 'It may run as root: {path} is now {after}',
    why: 'Root in a container is a step from root on the node.',
  },
  {
    id: 'root-allowed',
    severity: 'high',
    when: {
      kind: 'became',
      paths: inContexts('runAsUser'),
      to: [0],
      whenNew: true,
    },
    message: 'It runs as root: {path}',
    why: 'Root in a container is a step from root on the node.',
  },
  {
    id: 'root-writable',
    severity: 'medium',
    when: {
      kind: 'left',
      paths: inContainers('securityContext.readOnlyRootFilesystem'),
      from: [true],
    },
    message: 'Container {item} may write to its own files',
    why: 'Who gets in can change the program.',
  },
  {
    id: 'capability-added',
    severity: 'high',
    when: {
      kind: 'appeared',
      paths: inContainers('securityContext.capabilities.add[]'),
      whenNew: true,
    },
    message: 'It gets the capability {after}',
    why: 'Few programs need one, and most open a way to the node.',
  },
  {
    id: 'capability-kept',
    severity: 'medium',
    when: {
      kind: 'vanished',
      paths: inContainers('securityContext.capabilities.drop[]'),
    },
    message: 'It no longer gives up the capability {before}',
    why: 'It then has what a container has by default.',
  },
  {
    id: 'seccomp-off',
    severity: 'medium',
    when: {
      kind: 'left',
      paths: inContexts('seccompProfile.type'),
      from: ['RuntimeDefault', 'Localhost'],
    },
    message: 'System calls are no longer filtered: {path} is now {after}',
    why: 'Holes in the kernel can then be reached from the container.',
  },
  {
    id: 'token-mounted',
    severity: 'medium',
    when: {
      kind: 'left',
      paths: ['automountServiceAccountToken'],
      from: [false],
    },
    message: 'The token of its service account is given to the pod',
    why: 'Who gets in can ask the cluster in its name.',
  },
  {
    id: 'account-changed',
    severity: 'medium',
    when: { kind: 'changed', paths: ['spec.serviceAccountName'] },
    message: 'It runs as another account: {before} → {after}',
    why: 'What it may do in the cluster, and in AWS, is another thing.',
  },
  {
    id: 'role-changed',
    severity: 'high',
    kinds: ['ServiceAccount'],
    when: {
      kind: 'changed',
      paths: ['metadata.annotations.eks.amazonaws.com/role-arn'],
    },
    message: 'It gets another AWS role: {before} → {after}',
    why: 'Every pod of the account then has that role’s rights.',
  },
];
