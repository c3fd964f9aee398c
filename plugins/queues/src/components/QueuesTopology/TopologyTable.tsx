import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Topology, TopologyNode } from '@slipway/plugin-queues-common';
import { edgeLabel, edgeVerb, nodeDepth, nodeKind } from './topologyWords';

/** The topology in words, one line for each arrow of the graph. */
export function TopologyTable({ topology }: { topology: Topology }) {
  const nodes = new Map(topology.nodes.map(node => [node.id, node]));
  return (
    <Table size="small" aria-label="Topology">
      <TableHead>
        <TableRow>
          <TableCell>From</TableCell>
          <TableCell>What it does</TableCell>
          <TableCell>To</TableCell>
          <TableCell>Messages</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {topology.edges.map(edge => (
          <TableRow key={`${edge.from} ${edge.to} ${edge.kind}`}>
            <NodeCell node={nodes.get(edge.from)} />
            <TableCell>{edgeVerb(edge)}</TableCell>
            <NodeCell node={nodes.get(edge.to)} />
            <TableCell>{edgeLabel(edge)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function NodeCell({ node }: { node: TopologyNode | undefined }) {
  if (!node) return <TableCell>unknown</TableCell>;
  const words = [nodeKind(node), nodeDepth(node)].filter(Boolean).join(', ');
  return (
    <TableCell>
      {node.entityRef ? (
        <EntityRefLink entityRef={node.entityRef} title={node.label} />
      ) : (
        node.label
      )}
      <Typography variant="caption" color="text.secondary" component="div">
        {words}
      </Typography>
    </TableCell>
  );
}
