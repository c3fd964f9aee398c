import { useMemo } from 'react';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { PreviewFile } from '../api/previewSchemas';
import { FileContent } from './FileContent';
import { FileTree } from './FileTree';
import { isChange } from './fileStatus';
import { FilePlace, FileTreeState, useFileTree } from './useFileTree';

interface Props {
  readonly files: readonly PreviewFile[];
  readonly onlyChanges: boolean;
  setOnlyChanges(only: boolean): void;
  /** File to open, from a finding. */
  readonly place: FilePlace | undefined;
}

function OnlyChanges(props: {
  unchanged: number;
  checked: boolean;
  onChange(only: boolean): void;
}) {
  return (
    <FormControlLabel
      sx={{ ml: 0 }}
      label={`Only changes (hides ${props.unchanged} unchanged)`}
      control={
        <Switch
          size="small"
          checked={props.checked}
          onChange={(_, only) => props.onChange(only)}
        />
      }
    />
  );
}

function Panes({ tree }: { tree: FileTreeState }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: 'minmax(0, 1fr)',
          md: 'minmax(260px, 1fr) minmax(0, 2fr)',
        },
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
      }}
    >
      <Box
        sx={{
          p: 1,
          overflow: 'auto',
          maxHeight: 640,
          borderRight: { md: 1 },
          borderColor: { md: 'divider' },
        }}
      >
        <FileTree tree={tree} />
      </Box>
      {tree.selected ? (
        <FileContent
          key={`${tree.selected.repository}/${tree.selected.path}:${tree.line}`}
          file={tree.selected}
          line={tree.line}
        />
      ) : (
        <Typography variant="body2" sx={{ p: 2 }}>
          Nothing changes.
        </Typography>
      )}
    </Box>
  );
}

/** The files of a preview: the tree beside the content of one of them. */
export function FilesPanel(props: Props) {
  const { files, onlyChanges, setOnlyChanges, place } = props;
  const unchanged = files.filter(file => !isChange(file)).length;
  const shown = useMemo(
    () => (onlyChanges ? files.filter(isChange) : files),
    [files, onlyChanges],
  );
  const tree = useFileTree(shown, place);
  return (
    <Box>
      {unchanged > 0 && (
        <OnlyChanges
          unchanged={unchanged}
          checked={onlyChanges}
          onChange={setOnlyChanges}
        />
      )}
      <Panes tree={tree} />
    </Box>
  );
}
