import TextField from '@mui/material/TextField';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { serviceNameProblem } from './serviceNameRule';
import { useTakenName } from './useTakenName';

type Props = FieldExtensionComponentProps<string>;

function ServiceNameInput(props: Props) {
  const { formData: name = '', onChange, required, schema } = props;
  const { idSchema, rawErrors = [], disabled } = props;
  const problem = name ? serviceNameProblem(name) : undefined;
  const taken = useTakenName(name && !problem ? name : undefined);
  const complaint =
    problem ??
    (taken
      ? `${name} is in the catalog already. Choose another name.`
      : undefined);
  return (
    <TextField
      id={idSchema?.$id}
      label={schema.title ?? 'Name'}
      value={name}
      required={required}
      disabled={disabled}
      fullWidth
      margin="normal"
      variant="outlined"
      error={Boolean(complaint) || (rawErrors.length > 0 && !name)}
      helperText={
        complaint ?? (taken === false ? `${name} is free.` : schema.description)
      }
      FormHelperTextProps={{ 'aria-live': 'polite' }}
      inputProps={{ autoComplete: 'off', spellCheck: false, maxLength: 200 }}
      onChange={event =>
        onChange(event.target.value.trim() ? event.target.value : undefined)
      }
    />
  );
}

/** The name of a new service, checked while it is typed. @public */
export function ServiceNameField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <ServiceNameInput {...props} />
    </SlipwayQueryProvider>
  );
}
