import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ChoiceButtons } from '@slipway/platform-react';
import { DiffView, useFileView } from './useFileView';

const VIEWS: Readonly<Record<DiffView, string>> = {
  unified: 'Unified',
  split: 'Side by side',
};

const bar = {
  display: 'flex',
  gap: 1.5,
  alignItems: 'center',
  flexWrap: 'wrap',
  mb: 2,
} as const;

/** Narrows the files, opens and closes them, and turns their look. */
export function FilesToolbar(props: {
  view: ReturnType<typeof useFileView>;
  viewedText: string;
  onToggleAll(open: boolean): void;
}) {
  const { view, viewedText, onToggleAll } = props;
  return (
    <Box role="search" aria-label="Files of the change" sx={bar}>
      <TextField
        size="small"
        label="Find a file"
        value={view.filter}
        onChange={event => view.setFilter(event.target.value)}
        sx={{ flex: '1 1 200px', maxWidth: 360 }}
      />
      <Typography variant="body2" color="text.secondary" sx={{ flex: 1 }}>
        {viewedText}
      </Typography>
      <Button size="small" onClick={() => onToggleAll(true)}>
        Open all
      </Button>
      <Button size="small" onClick={() => onToggleAll(false)}>
        Close all
      </Button>
      <ChoiceButtons
        label="How to show differences"
        choices={['unified', 'split']}
        labels={VIEWS}
        value={view.view}
        onChange={view.setView}
      />
    </Box>
  );
}
