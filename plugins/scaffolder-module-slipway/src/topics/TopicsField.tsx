import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { FactsProblem } from '../facts/FactsProblem';
import { sharedNames } from '../facts/sharedNames';
import { useFacts } from '../facts/useFacts';
import { FieldFrame } from '../inputs/FieldFrame';
import { formAnswers } from '../inputs/formAnswers';

type Props = FieldExtensionComponentProps<string[]>;

function Topics(props: Props) {
  const { formContext, formData, onChange, disabled } = props;
  const state = useFacts();
  const { environments } = formAnswers(formContext?.formData);
  const chosen = Array.isArray(formData) ? formData.map(String) : [];
  const topics = sharedNames(state.facts ?? [], environments).filter(
    ({ source }) => source === 'topic',
  );
  const missingIn = (topic: string) =>
    topics.find(({ name }) => name === topic)?.missingIn ?? [];
  const wrong = chosen.find(topic => missingIn(topic).length > 0);
  return (
    <FieldFrame field={props}>
      <FactsProblem state={state} />
      <Autocomplete
        multiple
        size="small"
        filterSelectedOptions
        options={topics.map(({ name }) => name)}
        value={chosen}
        loading={state.facts === undefined && !state.error}
        disabled={disabled}
        getOptionDisabled={topic => missingIn(topic).length > 0}
        getOptionLabel={topic =>
          missingIn(topic).length > 0
            ? `${topic}: not in ${missingIn(topic).join(', ')}`
            : topic
        }
        noOptionsText="There is no topic in these environments."
        onChange={(_, next) => onChange(next.length > 0 ? next : undefined)}
        renderInput={params => (
          <TextField
            {...params}
            label="Topics"
            error={wrong !== undefined}
            helperText={
              wrong
                ? `${wrong} is not in ${missingIn(wrong).join(
                    ', ',
                  )}. Remove it.`
                : undefined
            }
          />
        )}
      />
    </FieldFrame>
  );
}

/** Topics that a service publishes to, of those that all its environments have. @public */
export function TopicsField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <Topics {...props} />
    </SlipwayQueryProvider>
  );
}
