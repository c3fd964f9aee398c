import { useTheme } from '@mui/material/styles';

/** What an arrow says, on a ground that hides the line behind it. */
export function GraphLabel({
  edge,
}: {
  edge: { readonly label?: string; readonly failing: boolean };
}) {
  const { palette } = useTheme();
  return (
    <text
      textAnchor="middle"
      dominantBaseline="central"
      fontSize={11}
      fill={edge.failing ? palette.error.main : palette.text.secondary}
      stroke={palette.background.paper}
      strokeWidth={8}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {edge.label}
    </text>
  );
}
