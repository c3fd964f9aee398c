import TextField from '@mui/material/TextField';
import { capitalized } from './capitalized';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  /** What is wrong with what was entered; an empty input is not blamed before the form is. */
  readonly problem?: string;
  readonly help?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  onChange(value: string | undefined): void;
}

/** One line of text that follows a rule, judged while it is typed. */
export function NameInput(props: Props) {
  const { label, value = '', problem, help, required, disabled } = props;
  const wrong = value !== '' && problem !== undefined;
  return (
    <TextField
      label={label}
      size="small"
      value={value}
      required={required}
      disabled={disabled}
      error={wrong}
      helperText={wrong ? capitalized(problem) : help}
      FormHelperTextProps={{ 'aria-live': 'polite' }}
      inputProps={{ autoComplete: 'off', spellCheck: false, maxLength: 200 }}
      onChange={event => props.onChange(event.target.value.trim() || undefined)}
    />
  );
}
