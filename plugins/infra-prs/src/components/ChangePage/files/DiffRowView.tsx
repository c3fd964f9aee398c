import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DiffLineRow } from './DiffLineRow';
import { DiffRow, LinePlace, placeKey, placesOf } from './diffRows';
import { FileHeaderActions, FileHeaderRow } from './FileHeaderRow';
import { languageOf } from './languageOf';
import { DiffView } from './useFileView';

/** What all rows share. */
export interface RowContext extends FileHeaderActions {
  readonly view: DiffView;
  readonly viewed: ReadonlySet<string>;
  /** {@link placeKey} of the line that the URL names. */
  readonly chosen: string | undefined;
  /** File that was walked to; a new object for each time. */
  readonly focus: { readonly path: string } | undefined;
  onChoose(place: LinePlace): void;
}

function Line(props: {
  row: Extract<DiffRow, { type: 'line' }>;
  context: RowContext;
}) {
  const { row, context } = props;
  const { path } = row.file;
  const isChosen = placesOf(path, row).some(
    place => placeKey(place) === context.chosen,
  );
  return (
    <DiffLineRow
      view={context.view}
      left={row.left}
      right={row.right}
      path={path}
      language={languageOf(path)}
      chosen={isChosen}
      onChoose={context.onChoose}
    />
  );
}

/** Any row of the differences. */
export function DiffRowView(props: { row: DiffRow; context: RowContext }) {
  const { row, context } = props;
  const { path } = row.file;
  switch (row.type) {
    case 'file':
      return (
        <FileHeaderRow
          file={row.file}
          open={row.open}
          viewed={context.viewed.has(path)}
          focus={context.focus?.path === path ? context.focus : undefined}
          onToggle={context.onToggle}
          onViewed={context.onViewed}
        />
      );
    case 'note':
      return (
        <Typography variant="body2" color="text.secondary" sx={{ p: 1.5 }}>
          {row.text}
        </Typography>
      );
    case 'hunk':
      return (
        <Box sx={{ color: 'text.secondary', bgcolor: 'action.hover', px: 1 }}>
          {row.heading}
        </Box>
      );
    case 'below':
      return <>{row.node}</>;
    default:
      return <Line row={row} context={context} />;
  }
}
