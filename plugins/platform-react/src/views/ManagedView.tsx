import { useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import ListItem from '@mui/material/ListItem';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { RiDeleteBinLine, RiStarFill, RiStarLine } from '@remixicon/react';

interface ManagedViewProps {
  readonly name: string;
  readonly isDefault: boolean;
  /** False when the name is taken. */
  onRename(to: string): boolean;
  onRemove(): void;
  onDefault(on: boolean): void;
}

/** One view that can be renamed, deleted, and made the one that opens first. */
export function ManagedView(props: ManagedViewProps) {
  const { name, onRename } = props;
  const [typed, setTyped] = useState(name);
  const [taken, setTaken] = useState(false);
  const wanted = typed.trim();
  const changed = wanted !== '' && wanted !== name;
  return (
    <ListItem
      disableGutters
      component="form"
      sx={{ gap: 1, alignItems: 'flex-start' }}
      onSubmit={event => {
        event.preventDefault();
        if (changed) setTaken(!onRename(wanted));
      }}
    >
      <TextField
        size="small"
        fullWidth
        value={typed}
        error={taken}
        helperText={taken && 'Another view has this name'}
        inputProps={{ 'aria-label': `Name of ${name}`, maxLength: 80 }}
        onChange={event => {
          setTyped(event.target.value);
          setTaken(false);
        }}
      />
      {changed && (
        <Button type="submit" size="small">
          Rename
        </Button>
      )}
      <Buttons {...props} />
    </ListItem>
  );
}

function Buttons({ name, isDefault, onDefault, onRemove }: ManagedViewProps) {
  return (
    <>
      <Tooltip title={isDefault ? 'Opens first' : 'Open first'}>
        <IconButton
          aria-label={`Open ${name} first`}
          aria-pressed={isDefault}
          onClick={() => onDefault(!isDefault)}
        >
          {isDefault ? <RiStarFill size={18} /> : <RiStarLine size={18} />}
        </IconButton>
      </Tooltip>
      <Tooltip title="Delete">
        <IconButton aria-label={`Delete ${name}`} onClick={onRemove}>
          <RiDeleteBinLine size={18} />
        </IconButton>
      </Tooltip>
    </>
  );
}
