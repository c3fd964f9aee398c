import { FormEvent, useId, useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { MAX_VIEWS } from './savedViews';
import { SavedViewsControl } from './useSavedViews';

/** Gives what is shown a name. */
export function SaveViewDialog(props: {
  views: SavedViewsControl;
  query: string;
  onClose(): void;
}) {
  const { views, query, onClose } = props;
  const [typed, setTyped] = useState('');
  const title = useId();
  const name = typed.trim();
  const taken = views.saved.views.some(view => view.name === name);
  const full = !taken && views.saved.views.length >= MAX_VIEWS;
  function submit(event: FormEvent) {
    event.preventDefault();
    views.save(name, query);
    onClose();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={title}
      fullWidth
      maxWidth="xs"
    >
      <form onSubmit={submit}>
        <DialogTitle id={title}>Save this view</DialogTitle>
        <DialogContent>
          <Name value={typed} taken={taken} full={full} onChange={setTyped} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={!name || full}>
            {taken ? 'Replace' : 'Save'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Name(props: {
  value: string;
  taken: boolean;
  full: boolean;
  onChange(value: string): void;
}) {
  const { value, taken, full, onChange } = props;
  let hint = 'What the list shows now, for you only';
  if (taken) hint = 'Replaces the view of this name';
  if (full) hint = `There are ${MAX_VIEWS} views: delete one first`;
  return (
    <TextField
      fullWidth
      margin="dense"
      label="Name"
      value={value}
      error={full}
      helperText={hint}
      inputProps={{ maxLength: 80 }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
