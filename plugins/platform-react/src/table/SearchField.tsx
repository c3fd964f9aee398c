import { useEffect, useRef, useState } from 'react';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { RiSearchLine } from '@remixicon/react';

/** Browsers refuse a URL that changes with every letter. Milliseconds. */
const PAUSE_MS = 200;

/** Words that names have to hold; told when typing pauses. @public */
export function SearchField(props: {
  value: string;
  /** Default: Search. */
  label?: string;
  onChange(value: string): void;
}) {
  const { value, label = 'Search', onChange } = props;
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => {
    // The URL changed by other means: a saved view, or the way back.
    if (value !== told.current) {
      told.current = value;
      setTyped(value);
    }
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = typed;
      tell.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextField
      size="small"
      type="search"
      label={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      sx={{ flex: '2 1 220px' }}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <RiSearchLine size={16} aria-hidden />
          </InputAdornment>
        ),
      }}
    />
  );
}
