import TextField from '@mui/material/TextField';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { NameAnswer } from '../api/goldenPathSchemas';
import { serviceNameProblem, takenText } from './serviceNameRule';
import { useNameAnswer } from './useNameAnswer';

type Props = FieldExtensionComponentProps<string>;

const freeText = ({ name, unchecked }: NameAnswer) =>
  unchecked
    ? `The catalog has no ${name}; the Git host could not be asked now, and is asked again later.`
    : `${name} is free.`;

function ServiceNameInput(props: Props) {
  const { formData: name = '', onChange, required, schema } = props;
  const { idSchema, rawErrors = [], disabled } = props;
  const problem = name ? serviceNameProblem(name) : undefined;
  const answer = useNameAnswer(name && !problem ? name : undefined);
  const complaint = problem ?? (answer?.taken ? takenText(name) : undefined);
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
      helperText={complaint ?? (answer ? freeText(answer) : schema.description)}
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
