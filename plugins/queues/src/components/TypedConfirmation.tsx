import { useId } from 'react';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';

/** What is wrong with what was typed so far; undefined while it may still become the name. */
export function confirmationMismatch(
  name: string,
  typed: string,
): string | undefined {
  if (name.startsWith(typed)) return undefined;
  if (typed.trim() === name) return 'There is space before or after the name';
  if (typed.toLowerCase() === name.toLowerCase()) {
    return 'Capital and small letters differ';
  }
  const at = [...typed].findIndex((char, index) => char !== name[index]);
  return typed.startsWith(name)
    ? 'There is more than the name'
    : `This is another name: it differs from character ${at + 1} on`;
}

/** Has a person type the name of the queue, so that nobody acts on another one by mistake. */
export function TypedConfirmation(props: {
  /** Name of the queue. */
  name: string;
  typed: string;
  onChange(typed: string): void;
  disabled?: boolean;
}) {
  const { name, typed, onChange, disabled } = props;
  const id = useId();
  const mismatch = confirmationMismatch(name, typed);
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="body2" component="label" htmlFor={id}>
        Type{' '}
        <Box component="code" sx={{ fontWeight: 700, userSelect: 'all' }}>
          {name}
        </Box>{' '}
        to confirm
      </Typography>
      <TextField
        id={id}
        value={typed}
        onChange={event => onChange(event.target.value)}
        size="small"
        fullWidth
        disabled={disabled}
        error={mismatch !== undefined}
        helperText={mismatch ?? (typed === name ? 'The name is right' : ' ')}
        autoComplete="off"
        inputProps={{ maxLength: 200, spellCheck: false }}
        FormHelperTextProps={{ role: 'status' }}
      />
    </Box>
  );
}
