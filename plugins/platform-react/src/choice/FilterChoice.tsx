import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';

/** One of many values to narrow a list by, or none. @public */
export function FilterChoice(props: {
  label: string;
  options: readonly string[];
  value: string | undefined;
  /** Words for a value; default the value itself. */
  labelOf?(value: string): string;
  onChange(value: string | undefined): void;
}) {
  const { label, options, value, labelOf, onChange } = props;
  return (
    <Autocomplete
      size="small"
      sx={{ flex: '1 1 160px', maxWidth: 260 }}
      // A link may name what no row has any more.
      options={
        value && !options.includes(value) ? [value, ...options] : options
      }
      value={value ?? null}
      getOptionLabel={labelOf}
      onChange={(_, chosen) => onChange(chosen ?? undefined)}
      renderInput={input => (
        <TextField {...input} label={label} placeholder="Everything" />
      )}
    />
  );
}
