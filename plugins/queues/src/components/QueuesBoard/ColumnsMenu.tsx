import { useState } from 'react';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { RiLayoutColumnLine } from '@remixicon/react';
import { boardColumn } from '../../board/boardColumns';
import {
  BOARD_COLUMN_IDS,
  BoardColumnId,
  DEFAULT_COLUMNS,
} from '../../board/columnIds';

/** Chooses which columns the board has; the name stays, since it tells rows apart. */
export function ColumnsMenu(props: {
  chosen: readonly BoardColumnId[];
  onChange(chosen: readonly BoardColumnId[]): void;
}) {
  const { chosen, onChange } = props;
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        startIcon={<RiLayoutColumnLine size={16} aria-hidden />}
        onClick={event => setAnchor(event.currentTarget)}
      >
        Columns
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ dense: true, 'aria-label': 'Columns' }}
      >
        {BOARD_COLUMN_IDS.map(id => {
          const checked = chosen.includes(id);
          return (
            <MenuItem
              key={id}
              role="menuitemcheckbox"
              aria-checked={checked}
              disabled={id === 'name'}
              onClick={() =>
                onChange(
                  BOARD_COLUMN_IDS.filter(other =>
                    other === id ? !checked : chosen.includes(other),
                  ),
                )
              }
            >
              <Checkbox
                size="small"
                checked={checked}
                tabIndex={-1}
                inputProps={{ 'aria-hidden': true }}
                sx={{ p: 0, mr: 1 }}
              />
              {boardColumn(id).title}
            </MenuItem>
          );
        })}
        <Divider />
        <MenuItem onClick={() => onChange(DEFAULT_COLUMNS)}>
          The usual columns
        </MenuItem>
      </Menu>
    </>
  );
}
