import { Cluster } from '../Cluster';
import { deterministicUid } from '../deterministicName';
import { KubernetesObject } from '../KubernetesObject';

const ALWAYS = ['default', 'kube-system', 'argocd', 'monitoring'];

/** Namespaces that exist from the start, that were applied, or that objects live in. */
export function namespaceObjects(
  cluster: Cluster,
): readonly KubernetesObject[] {
  const manifests = cluster.manifests();
  const applied = manifests.filter(({ kind }) => kind === 'Namespace');
  const names = [
    ...ALWAYS,
    ...manifests.flatMap(({ metadata }) => metadata.namespace ?? []),
  ].filter(name => !applied.some(({ metadata }) => metadata.name === name));
  const implied = [...new Set(names)].map(name => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      uid: deterministicUid(`${cluster.name}/Namespace/${name}`),
      labels: { 'kubernetes.io/metadata.name': name },
    },
    spec: { finalizers: ['kubernetes'] },
  }));
  return [...applied, ...implied].map(namespace => ({
    ...namespace,
    status: { phase: 'Active' },
  }));
}
