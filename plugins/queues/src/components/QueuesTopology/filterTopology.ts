import { Topology } from '@slipway/plugin-queues-common';

/**
 * The part of a topology that is in one environment. Components belong to all, and are left out where nothing of the
 * environment leads to them.
 */
export function filterTopology(
  topology: Topology,
  environment: string | undefined,
): Topology {
  if (!environment) return topology;
  const here = new Set(
    topology.nodes
      .filter(node => !node.environment || node.environment === environment)
      .map(({ id }) => id),
  );
  const edges = topology.edges.filter(
    ({ from, to }) => here.has(from) && here.has(to),
  );
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    ...topology,
    edges,
    nodes: topology.nodes.filter(
      node =>
        here.has(node.id) &&
        (node.environment !== undefined || linked.has(node.id)),
    ),
  };
}
