import { useState } from 'react';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { capitalized } from './capitalized';

interface Props {
  readonly label: string;
  /** Shown behind the number. */
  readonly unit: string;
  readonly value: number | undefined;
  /** What holds while nothing is entered. */
  readonly standard: number;
  readonly problem?: string;
  readonly help?: string;
  readonly disabled?: boolean;
  onChange(value: number | undefined): void;
}

/** A whole number with its unit. Emptied it goes back to its standard value. */
export function NumberInput(props: Props) {
  const { label, unit, value, standard, problem, help, disabled } = props;
  // While it is typed in, the text is what was typed: a number could not be empty.
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      label={label}
      size="small"
      type="number"
      value={typed ?? String(value ?? standard)}
      disabled={disabled}
      error={problem !== undefined}
      helperText={problem ? capitalized(problem) : help}
      FormHelperTextProps={{ 'aria-live': 'polite' }}
      InputProps={{
        endAdornment: <InputAdornment position="end">{unit}</InputAdornment>,
      }}
      onChange={event => {
        const text = event.target.value;
        setTyped(text);
        props.onChange(text.trim() === '' ? undefined : Number(text));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
