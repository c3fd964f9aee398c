import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { FactsProblem } from '../facts/FactsProblem';
import { sharedNames } from '../facts/sharedNames';
import { useFacts } from '../facts/useFacts';
import { FieldFrame } from '../inputs/FieldFrame';
import { formAnswers } from '../inputs/formAnswers';
import { SharedNamesInput } from '../inputs/SharedNamesInput';

type Props = FieldExtensionComponentProps<string[]>;

function Topics(props: Props) {
  const { formContext, formData, onChange, disabled } = props;
  const state = useFacts();
  const { environments } = formAnswers(formContext?.formData);
  const topics =
    state.facts &&
    sharedNames(state.facts, environments).filter(
      ({ source }) => source === 'topic',
    );
  return (
    <FieldFrame field={props}>
      <FactsProblem state={state} />
      <SharedNamesInput
        label="Topics"
        options={topics}
        value={Array.isArray(formData) ? formData.map(String) : []}
        failed={state.error !== undefined}
        disabled={disabled}
        none="There is no topic in these environments."
        onChange={onChange}
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
