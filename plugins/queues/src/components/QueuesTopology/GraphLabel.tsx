import { useTheme } from '@mui/material/styles';
import { TopologyEdge } from '@slipway/plugin-queues-common';

/** What an arrow says, on a ground that hides the line behind it. */
export function GraphLabel({
  edge,
}: {
  edge: { readonly label?: string; readonly kind?: TopologyEdge['kind'] };
}) {
  const { palette } = useTheme();
  return (
    <text
      textAnchor="middle"
      dominantBaseline="central"
      fontSize={11}
      fill={
        edge.kind === 'gives-up' ? palette.error.main : palette.text.secondary
      }
      stroke={palette.background.paper}
      strokeWidth={8}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {edge.label}
    </text>
  );
}
