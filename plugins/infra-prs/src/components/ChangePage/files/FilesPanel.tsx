import { useEffect, useMemo } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChangedFile, ChangeFiles } from '@slipway/plugin-infra-prs-common';
import { Panel } from '../Panel';
import { DiffList } from './DiffList';
import { BelowLine, diffRows, LinePlace, placeKey } from './diffRows';
import { FilesToolbar } from './FilesToolbar';
import { FileTree } from './FileTree';
import { DiffView, useFileView } from './useFileView';
import { useFileWalk } from './useFileWalk';
import { LineAnchor, useLineAnchor } from './useLineAnchor';
import { useOpenFiles } from './useOpenFiles';
import { useViewedFiles } from './useViewedFiles';

const columns = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: '1fr', lg: '260px minmax(0, 1fr)' },
};

/** What stands below a line, and below the line that is chosen. */
export type Below = (place: LinePlace, chosen: boolean) => readonly BelowLine[];
const nothing: Below = () => [];

function Cut({ files, total }: ChangeFiles) {
  if (total <= files.length) return null;
  return (
    <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
      {total} files are changed, but GitHub lists only {files.length} of them.
    </Alert>
  );
}

function None({ of }: { of: ChangeFiles }) {
  return (
    <Typography variant="body2" color="text.secondary">
      {of.files.length === 0
        ? 'No files are changed.'
        : 'No file here fits the filter.'}
    </Typography>
  );
}

/** The rows of the files that fit the filter; what is open is what the person and the URL say. */
function useRows(
  contents: ChangeFiles,
  viewed: ReadonlySet<string>,
  options: { filter: string; view: DiffView; anchor: LineAnchor | undefined },
  below: Below,
) {
  const { filter, view, anchor } = options;
  const { isOpen, setOpen } = useOpenFiles(viewed);
  const named = anchor?.path;
  useEffect(() => {
    if (named !== undefined) setOpen([named], true);
  }, [named, setOpen]);
  const files = useMemo(() => {
    const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
    return contents.files.filter(({ path }) =>
      words.every(word => path.toLowerCase().includes(word)),
    );
  }, [contents, filter]);
  const chosen = anchor?.place && placeKey(anchor.place);
  const rows = useMemo(
    () =>
      diffRows(files, {
        view,
        isOpen,
        below: place => below(place, placeKey(place) === chosen),
      }),
    [files, view, isOpen, below, chosen],
  );
  return { files, rows, chosen, setOpen };
}

/** What the rows can do. */
function actionsOf(to: {
  chosen: string | undefined;
  setOpen(paths: readonly string[], open: boolean): void;
  setViewed(path: string, viewed: boolean): void;
  setAnchor(anchor: LineAnchor | undefined): void;
}) {
  return {
    onToggle: ({ path }: ChangedFile, open: boolean) =>
      to.setOpen([path], open),
    onViewed: ({ path }: ChangedFile, on: boolean) => {
      to.setViewed(path, on);
      to.setOpen([path], !on);
    },
    onChoose: (place: LinePlace) =>
      to.setAnchor(
        placeKey(place) === to.chosen ? undefined : { path: place.path, place },
      ),
  };
}

interface FilesPanelProps {
  number: number;
  contents: ChangeFiles;
  /** What stands below a line; the same function as long as that is the same. */
  below?: Below;
}

/** Every file of the change with its differences. */
export function FilesPanel(props: FilesPanelProps) {
  const { contents, number, below = nothing } = props;
  const look = useFileView();
  const { viewed, setViewed } = useViewedFiles(number, contents.headSha);
  const { anchor, setAnchor } = useLineAnchor();
  const { files, rows, chosen, setOpen } = useRows(
    contents,
    viewed,
    { ...look, anchor },
    below,
  );
  const paths = files.map(({ path }) => path);
  const { target, focus, pick, walk } = useFileWalk(rows, anchor);
  const context = {
    ...{ view: look.view, viewed, chosen, focus },
    ...actionsOf({ chosen, setOpen, setViewed, setAnchor }),
  };
  const onPick = (path: string) => {
    setOpen([path], true);
    setAnchor({ path });
    pick(path);
  };
  return (
    <Panel title={`Files (${contents.total})`}>
      <Cut {...contents} />
      <FilesToolbar
        view={look}
        viewedText={`${viewed.size} of ${contents.files.length} viewed`}
        onToggleAll={open => setOpen(paths, open)}
      />
      {files.length === 0 && <None of={contents} />}
      <Box sx={columns}>
        <FileTree
          files={files}
          viewed={viewed}
          current={anchor?.path}
          onPick={onPick}
        />
        <DiffList rows={rows} context={context} target={target} onWalk={walk} />
      </Box>
    </Panel>
  );
}
