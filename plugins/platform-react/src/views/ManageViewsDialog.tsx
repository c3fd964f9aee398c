import { useId } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import List from '@mui/material/List';
import Typography from '@mui/material/Typography';

import { ManagedView } from './ManagedView';
import { SavedViewsControl } from './useSavedViews';

/** Renames and deletes views, and says which one the list opens with. */
export function ManageViewsDialog(props: {
  views: SavedViewsControl;
  onClose(): void;
}) {
  const { views, onClose } = props;
  const { saved } = views;
  const title = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={title}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={title}>Your views</DialogTitle>
      <DialogContent>
        {saved.views.length === 0 ? (
          <Typography variant="body2" color="text.secondary">
            There are none any more.
          </Typography>
        ) : (
          <List dense disablePadding>
            {saved.views.map(({ name }) => (
              <ManagedView
                key={name}
                name={name}
                isDefault={name === saved.default}
                onRename={to => views.rename(name, to)}
                onRemove={() => views.remove(name)}
                onDefault={on => views.setDefault(on ? name : undefined)}
              />
            ))}
          </List>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
}
