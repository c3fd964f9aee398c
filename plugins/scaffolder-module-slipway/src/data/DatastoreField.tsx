import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { EnvironmentChip, SlipwayQueryProvider } from '@slipway/platform-react';
import { useEnvironments } from '../environments/useEnvironments';
import { FieldFrame } from '../inputs/FieldFrame';
import { formAnswers } from '../inputs/formAnswers';

/** What is made where changes need no review, and where they do. */
export interface DatastoreOptions {
  readonly none?: string;
  readonly reviewed?: string;
}

type Props = FieldExtensionComponentProps<boolean, DatastoreOptions>;

function Made(props: { options: DatastoreOptions; chosen: readonly string[] }) {
  const { options, chosen } = props;
  const { data = [] } = useEnvironments();
  const made = data.flatMap(({ name, protection }) => {
    const text = options[protection];
    return chosen.includes(name) && text ? [{ name, text }] : [];
  });
  if (made.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {made.map(({ name, text }) => (
        <Box
          component="li"
          key={name}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5 }}
        >
          <EnvironmentChip name={name} />
          <Typography variant="body2">{text}</Typography>
        </Box>
      ))}
    </Box>
  );
}

function Datastore(props: Props) {
  const { schema, formData, formContext, onChange, disabled, uiSchema } = props;
  const { environments } = formAnswers(formContext?.formData);
  return (
    <FieldFrame field={props}>
      <FormControlLabel
        label={`Make ${schema.title} for it`}
        control={
          <Switch
            checked={formData === true}
            disabled={disabled}
            onChange={(_, on) => onChange(on)}
          />
        }
      />
      <Made options={uiSchema?.['ui:options'] ?? {}} chosen={environments} />
    </FieldFrame>
  );
}

/** A database or cache of the service, or none; says what it is in each chosen environment. @public */
export function DatastoreField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <Datastore {...props} />
    </SlipwayQueryProvider>
  );
}
