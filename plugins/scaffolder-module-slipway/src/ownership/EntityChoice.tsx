import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** An entity that can be chosen. */
export interface EntityOption {
  /** Entity ref. */
  readonly ref: string;
  readonly label: string;
  /** Heading that it stands below. */
  readonly group: string;
}

interface Props {
  readonly field: FieldExtensionComponentProps<string>;
  /** Undefined while they are loaded. */
  readonly options: readonly EntityOption[] | undefined;
  readonly problem?: string;
  readonly none: string;
  choose(ref: string | undefined): void;
}

/** A list of entities to choose one from, searched by typing. */
export function EntityChoice(props: Props) {
  const { field, options = [], problem, none, choose } = props;
  const { schema, formData, required, disabled, idSchema } = field;
  const { rawErrors = [] } = field;
  const chosen = options.find(({ ref }) => ref === formData);
  // One that a link gave and that is not listed is shown as it is: the server says whether it will do.
  const unlisted = formData
    ? { ref: formData, label: formData, group: 'Others' }
    : null;
  return (
    <Autocomplete
      id={idSchema?.$id}
      options={[...options]}
      value={chosen ?? unlisted}
      loading={props.options === undefined && !problem}
      disabled={disabled}
      disableClearable={required === true && Boolean(formData)}
      groupBy={option => option.group}
      getOptionLabel={option => option.label}
      isOptionEqualToValue={(option, value) => option.ref === value.ref}
      noOptionsText={none}
      onChange={(_, option) => choose(option?.ref)}
      renderInput={params => (
        <TextField
          {...params}
          label={schema.title}
          required={required}
          margin="normal"
          error={problem !== undefined || (rawErrors.length > 0 && !formData)}
          helperText={problem ?? schema.description}
        />
      )}
    />
  );
}
