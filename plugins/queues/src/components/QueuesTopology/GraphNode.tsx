import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { alpha, Theme, useTheme } from '@mui/material/styles';
import { TopologyNode } from '@slipway/plugin-queues-common';
import { Link } from 'react-router-dom';
import { hasDeadLetters, nodeDepth, nodeKind } from './topologyWords';

const WIDTH = 196;
const HEIGHT = 58;
const LONGEST = 24;

/** The end of a name tells it from others more than its middle. */
function shorten(name: string): string {
  const keep = Math.floor((LONGEST - 1) / 2);
  return name.length > LONGEST
    ? `${name.slice(0, keep)}…${name.slice(-keep)}`
    : name;
}

function colors(node: TopologyNode, { palette }: Theme) {
  if (hasDeadLetters(node)) {
    const { main } = palette.error;
    return { stroke: main, fill: alpha(main, 0.16) };
  }
  if (node.kind === 'component') {
    return { stroke: palette.primary.main, fill: palette.background.paper };
  }
  return { stroke: palette.text.secondary, fill: palette.background.paper };
}

/** A part of the topology; leads to its entity where there is one to see. */
export function GraphNode({ node }: { node: TopologyNode }) {
  const link = useEntityRefLink();
  const box = <NodeBox node={node} />;
  return node.entityRef ? (
    <Link to={link(node.entityRef)} aria-label={describe(node)}>
      {box}
    </Link>
  ) : (
    box
  );
}

function describe(node: TopologyNode): string {
  return [`${node.label}, ${nodeKind(node)}`, nodeDepth(node)]
    .filter(Boolean)
    .join(', ');
}

function NodeBox({ node }: { node: TopologyNode }) {
  const theme = useTheme();
  const { palette } = theme;
  const dead = hasDeadLetters(node);
  const depth = nodeDepth(node);
  const name = node.entityRef ? palette.primary.main : palette.text.primary;
  return (
    <g>
      <title>{describe(node)}</title>
      <rect
        width={WIDTH}
        height={HEIGHT}
        rx={node.kind === 'component' ? 6 : HEIGHT / 2}
        strokeWidth={dead ? 2 : 1}
        strokeDasharray={node.kind === 'dlq' && !dead ? '4 3' : undefined}
        {...colors(node, theme)}
      />
      <g textAnchor="middle" transform={`translate(${WIDTH / 2})`}>
        <text y={depth ? 19 : 24} fontSize={13} fontWeight={600} fill={name}>
          {shorten(node.label)}
        </text>
        <text y={depth ? 34 : 42} fontSize={11} fill={palette.text.secondary}>
          {nodeKind(node)}
        </text>
        <text
          y={49}
          fontSize={11}
          fontWeight={dead ? 700 : 400}
          fill={palette.text.primary}
        >
          {depth}
        </text>
      </g>
    </g>
  );
}
