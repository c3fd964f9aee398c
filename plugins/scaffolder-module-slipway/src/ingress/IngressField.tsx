import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { FactsProblem } from '../facts/FactsProblem';
import { useFacts } from '../facts/useFacts';
import { formAnswers } from '../inputs/formAnswers';
import { Ingress, ingressKinds, ingressReason } from './ingressReason';

type Props = FieldExtensionComponentProps<string>;

const LABELS: Readonly<Record<Ingress, string>> = {
  internal: 'Callers inside the network',
  public: 'Everyone on the internet',
  none: 'Nobody: it has no address',
};

function IngressInput(props: Props) {
  const { schema, formData, formContext, onChange, disabled, required } = props;
  const state = useFacts();
  const { environments } = formAnswers(formContext?.formData);
  const reasonOf = (kind: Ingress) =>
    ingressReason(kind, state.facts ?? [], environments);
  const chosen = ingressKinds.find(kind => kind === formData);
  const wrong = chosen && reasonOf(chosen);
  return (
    <FormControl
      component="fieldset"
      margin="normal"
      required={required}
      error={wrong !== undefined}
    >
      <FormLabel component="legend">{schema.title}</FormLabel>
      <FactsProblem state={state} />
      <RadioGroup
        value={chosen ?? ''}
        onChange={(_, kind) => onChange(kind)}
        aria-label={schema.title}
      >
        {ingressKinds.map(kind => {
          const reason = reasonOf(kind);
          return (
            <FormControlLabel
              key={kind}
              value={kind}
              control={<Radio />}
              disabled={disabled || reason !== undefined}
              label={reason ? `${LABELS[kind]}: ${reason}` : LABELS[kind]}
            />
          );
        })}
      </RadioGroup>
      {wrong && (
        <FormHelperText>
          There is {wrong}. Choose another, or other environments.
        </FormHelperText>
      )}
    </FormControl>
  );
}

/** Who can call a service, of what the load balancers of its environments allow. @public */
export function IngressField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <IngressInput {...props} />
    </SlipwayQueryProvider>
  );
}
