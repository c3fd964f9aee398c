import { useMemo } from 'react';
import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import Box from '@mui/material/Box';
import { Topology } from '@slipway/plugin-queues-common';
import { edgeLabel, hasDeadLetters } from './topologyWords';
import { GraphLabel } from './GraphLabel';
import { GraphNode } from './GraphNode';

/** More edges than this are laid out by a method that is fast rather than tidy. */
const MANY = 150;

/** The topology as a graph, from left to right. */
export function TopologyGraph({ topology }: { topology: Topology }) {
  const edges = useMemo(() => {
    const failing = new Set(
      topology.nodes.filter(hasDeadLetters).map(({ id }) => id),
    );
    return topology.edges.map(edge => ({
      ...edge,
      label: edgeLabel(edge) || ' ',
      failing: failing.has(edge.to),
    }));
  }, [topology]);
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box sx={{ minWidth: 720 }}>
        <DependencyGraph
          role="group"
          aria-label={`Graph of ${topology.nodes.length} parts; the table below says the same`}
          nodes={topology.nodes}
          edges={edges}
          direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
          ranker={
            edges.length > MANY
              ? DependencyGraphTypes.Ranker.LONGEST_PATH
              : DependencyGraphTypes.Ranker.NETWORK_SIMPLEX
          }
          labelPosition={DependencyGraphTypes.LabelPosition.CENTER}
          nodeMargin={24}
          rankMargin={36}
          paddingX={16}
          paddingY={8}
          renderNode={({ node }) => <GraphNode node={node} />}
          renderLabel={({ edge }) => <GraphLabel edge={edge} />}
          showArrowHeads
          zoom="enable-on-click"
        />
      </Box>
    </Box>
  );
}
