import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';

interface Option {
  readonly name: string;
  /** Chosen environments that do not have it; it cannot be chosen while there is one. */
  readonly missingIn: readonly string[];
}

interface Props {
  readonly label: string;
  /** Undefined while they are loaded. */
  readonly options: readonly Option[] | undefined;
  readonly value: readonly string[];
  readonly failed?: boolean;
  readonly disabled?: boolean;
  /** Said when there is nothing to choose. */
  readonly none: string;
  onChange(value: string[] | undefined): void;
}

/** Several names of what all chosen environments have; what one of them lacks is listed with the reason. */
export function SharedNamesInput(props: Props) {
  const { label, options = [], value, failed, disabled, none } = props;
  const reason = (name: string): string | undefined => {
    const option = options.find(other => other.name === name);
    if (!option) return props.options ? 'not there' : undefined;
    const { missingIn } = option;
    return missingIn.length > 0 ? `not in ${missingIn.join(', ')}` : undefined;
  };
  const wrong = value.find(name => reason(name));
  return (
    <Autocomplete
      multiple
      size="small"
      filterSelectedOptions
      options={options.map(({ name }) => name)}
      value={[...value]}
      loading={props.options === undefined && !failed}
      disabled={disabled}
      getOptionDisabled={name => reason(name) !== undefined}
      getOptionLabel={name =>
        reason(name) ? `${name}: ${reason(name)}` : name
      }
      noOptionsText={none}
      onChange={(_, next) => props.onChange(next.length > 0 ? next : undefined)}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          error={wrong !== undefined}
          helperText={
            wrong ? `${wrong} is ${reason(wrong)}. Remove it.` : undefined
          }
        />
      )}
    />
  );
}
