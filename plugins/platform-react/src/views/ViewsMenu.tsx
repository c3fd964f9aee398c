import { useState } from 'react';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { RiBookmarkLine } from '@remixicon/react';

import { ManageViewsDialog } from './ManageViewsDialog';
import { SaveViewDialog } from './SaveViewDialog';
import { SavedViewsControl } from './useSavedViews';

interface ViewsMenuProps {
  readonly views: SavedViewsControl;
  /** The query that is shown. */
  readonly current: string;
  onShow(query: string): void;
}

/** Views that the person saved, and the way to save what is shown. @public */
export function ViewsMenu(props: ViewsMenuProps) {
  const { views, current } = props;
  const [anchor, setAnchor] = useState<HTMLElement>();
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const shown = views.saved.views.find(({ query }) => query === current);
  const close = () => setDialog(undefined);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        startIcon={<RiBookmarkLine size={16} aria-hidden />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {shown?.name ?? 'Views'}
      </Button>
      {anchor && (
        <Items
          {...props}
          anchor={anchor}
          onDialog={setDialog}
          onClose={() => setAnchor(undefined)}
        />
      )}
      {dialog === 'save' && (
        <SaveViewDialog views={views} query={current} onClose={close} />
      )}
      {dialog === 'manage' && (
        <ManageViewsDialog views={views} onClose={close} />
      )}
    </>
  );
}

function Items(
  props: ViewsMenuProps & {
    anchor: HTMLElement;
    onDialog(dialog: 'save' | 'manage'): void;
    onClose(): void;
  },
) {
  const { anchor, current, onShow, onDialog, onClose } = props;
  const { saved } = props.views;
  const leave = (next: () => void) => () => {
    onClose();
    next();
  };
  return (
    <Menu
      anchorEl={anchor}
      open
      onClose={onClose}
      MenuListProps={{ dense: true, 'aria-label': 'Views' }}
    >
      {saved.views.map(({ name, query }) => (
        <MenuItem
          key={name}
          selected={query === current}
          onClick={leave(() => onShow(query))}
        >
          <ListItemText
            primary={name}
            secondary={name === saved.default ? 'opens first' : undefined}
          />
        </MenuItem>
      ))}
      {saved.views.length > 0 && <Divider />}
      <MenuItem onClick={leave(() => onDialog('save'))}>
        Save this view…
      </MenuItem>
      <MenuItem
        disabled={saved.views.length === 0}
        onClick={leave(() => onDialog('manage'))}
      >
        Manage views…
      </MenuItem>
    </Menu>
  );
}
