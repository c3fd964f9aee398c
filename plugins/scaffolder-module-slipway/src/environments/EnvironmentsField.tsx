import { useEffect, useRef } from 'react';
import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Skeleton from '@mui/material/Skeleton';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { EnvironmentChoice } from '../api/goldenPathSchemas';
import { formAnswers } from '../inputs/formAnswers';
import { platformReason } from './platformReason';
import { useEnvironments } from './useEnvironments';

type Props = FieldExtensionComponentProps<string[]>;

const labelOf = (choice: EnvironmentChoice, reason: string | undefined) => {
  const reviewed = choice.protection === 'reviewed';
  const note = reason ?? (reviewed && 'its approvers review each change');
  return `${choice.title} (${choice.name})${note ? `: ${note}` : ''}`;
};

function EnvironmentChoices(props: Props & { choices: EnvironmentChoice[] }) {
  const { choices, formData, formContext, onChange, disabled } = props;
  const { platform } = formAnswers(formContext?.formData);
  const touched = useRef(false);
  const chosen = formData ?? [];
  // The first environment of the config is where new things start. The form library makes an empty list of an
  // answer that is not there, so an empty one means "not answered" until somebody has answered.
  const unanswered = !touched.current && !chosen.some(Boolean);
  const first = choices.find(choice => !platformReason(choice, platform));
  useEffect(() => {
    if (unanswered && first) onChange([first.name]);
  }, [unanswered, first, onChange]);
  const toggle = (name: string) => {
    touched.current = true;
    onChange(
      choices
        .map(choice => choice.name)
        .filter(other => (other === name) !== chosen.includes(other)),
    );
  };
  return (
    <FormGroup>
      {choices.map(choice => {
        const reason = platformReason(choice, platform);
        const checked = chosen.includes(choice.name);
        return (
          <FormControlLabel
            key={choice.name}
            label={labelOf(choice, reason)}
            control={
              <Checkbox
                checked={checked}
                // One that was chosen before the platform changed can still be taken back.
                disabled={disabled || (reason !== undefined && !checked)}
                onChange={() => toggle(choice.name)}
              />
            }
          />
        );
      })}
    </FormGroup>
  );
}

function EnvironmentsInput(props: Props) {
  const { required, schema, rawErrors = [] } = props;
  const { data, error, isPending } = useEnvironments();
  return (
    <FormControl
      component="fieldset"
      margin="normal"
      required={required}
      error={rawErrors.length > 0}
    >
      <FormLabel component="legend">{schema.title}</FormLabel>
      {isPending && <Skeleton width={280} height={84} aria-label="Loading" />}
      {error && (
        <Alert severity="error" variant="outlined">
          The environments could not be loaded: {error.message}
        </Alert>
      )}
      {data && <EnvironmentChoices {...props} choices={data} />}
      <FormHelperText>{schema.description}</FormHelperText>
    </FormControl>
  );
}

/** The environments that something is created in, as checkboxes. */
export function EnvironmentsField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <EnvironmentsInput {...props} />
    </SlipwayQueryProvider>
  );
}
