import { useState } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChoiceButtons, formatBytes } from '@slipway/platform-react';
import { PreviewFile } from '../api/previewSchemas';
import { FileDiff } from './FileDiff';
import { FileLines } from './FileLines';
import { statusLook } from './fileStatus';

type View = 'changes' | 'file';

const HEADING = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  rowGap: 0.5,
  px: 2,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
};

function Heading(props: {
  file: PreviewFile;
  view: View | undefined;
  choose(view: View): void;
}) {
  const { file, view, choose } = props;
  const words = statusLook(file.status)?.words;
  return (
    <Box sx={HEADING}>
      <Typography
        variant="body2"
        sx={{ flexGrow: 1, fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {file.path}
      </Typography>
      <Typography variant="body2" color="text.secondary" noWrap>
        {words && `${words}, `}
        {formatBytes(file.size)}
      </Typography>
      {view && (
        <ChoiceButtons
          label="Show"
          choices={['changes', 'file']}
          labels={{ changes: 'Changes', file: 'Whole file' }}
          value={view}
          onChange={choose}
        />
      )}
    </Box>
  );
}

function Body(props: { file: PreviewFile; line?: number; changes: boolean }) {
  const { file, line, changes } = props;
  if (file.binary) {
    return (
      <Typography variant="body2" sx={{ p: 2 }}>
        This file is not text.
      </Typography>
    );
  }
  return changes && file.diff ? (
    <FileDiff diff={file.diff} />
  ) : (
    <FileLines text={file.content} line={line} />
  );
}

/** A file of a preview: what changes in it, or all of it with line numbers. */
export function FileContent(props: { file: PreviewFile; line?: number }) {
  const { file, line } = props;
  // A finding points at a line of the whole file.
  const [view, setView] = useState<View>(line ? 'file' : 'changes');
  return (
    <Box
      component="section"
      aria-label={file.path}
      sx={{
        minWidth: 0,
        maxHeight: 640,
        display: 'flex',
        flexDirection: 'column',
      }}
    >
      <Heading
        file={file}
        view={file.diff ? view : undefined}
        choose={setView}
      />
      <Box tabIndex={0} sx={{ overflow: 'auto' }}>
        <Body file={file} line={line} changes={view === 'changes'} />
        {file.truncated && (
          <Typography variant="body2" sx={{ p: 2 }}>
            Only the first 256 KiB are shown.
          </Typography>
        )}
      </Box>
    </Box>
  );
}
