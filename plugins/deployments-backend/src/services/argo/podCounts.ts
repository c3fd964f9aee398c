import { Deployment } from '@slipway/plugin-deployments-common';
import { ArgoResourceTree } from '../../clients/argoApplicationSchema';

type Node = NonNullable<ArgoResourceTree['nodes']>[number];

function parentOf(node: Node): string | undefined {
  return node.parentRefs?.[0]?.uid;
}

/** The ReplicaSet each Deployment rolls out to: the youngest. */
function newestReplicaSets(nodes: readonly Node[]): ReadonlySet<string> {
  const newest = new Map<string, Node>();
  for (const node of nodes.filter(({ kind }) => kind === 'ReplicaSet')) {
    const owner = parentOf(node) ?? node.uid;
    const known = newest.get(owner);
    if (!known || (node.createdAt ?? '') > (known.createdAt ?? '')) {
      newest.set(owner, node);
    }
  }
  return new Set([...newest.values()].map(({ uid }) => uid));
}

/**
 * Ready and wanted pods of a resource tree. During a rollout only pods of the new revision count, since the old ones
 * are about to go.
 */
export function podCounts(tree: ArgoResourceTree): Deployment['replicas'] {
  const nodes = tree.nodes ?? [];
  const current = newestReplicaSets(nodes);
  const replicaSets = new Set(
    nodes.filter(({ kind }) => kind === 'ReplicaSet').map(({ uid }) => uid),
  );
  const pods = nodes.filter(node => {
    const parent = parentOf(node) ?? '';
    return (
      node.kind === 'Pod' && (!replicaSets.has(parent) || current.has(parent))
    );
  });
  if (pods.length === 0) return undefined;
  const ready = pods.filter(({ health }) => health?.status === 'Healthy');
  return { ready: ready.length, desired: pods.length };
}
