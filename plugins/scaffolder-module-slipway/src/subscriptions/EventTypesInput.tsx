import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { capitalized } from '../inputs/capitalized';

/** Event types as chips: typed and finished by Enter. */
export function EventTypesInput(props: {
  value: readonly string[];
  problem?: string;
  disabled?: boolean;
  onChange(value: string[]): void;
}) {
  const { value, problem, disabled, onChange } = props;
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      size="small"
      options={[]}
      value={[...value]}
      disabled={disabled}
      onChange={(_, next) => {
        const types = next.map(type => String(type).trim());
        onChange([...new Set(types.filter(type => type !== ''))]);
      }}
      renderInput={params => (
        <TextField
          {...params}
          label="Event types"
          error={problem !== undefined}
          helperText={
            problem
              ? capitalized(problem)
              : 'Type one, press Enter. None means all events.'
          }
        />
      )}
    />
  );
}
