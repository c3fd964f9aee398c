import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { EditorFrame } from '../inputs/EditorFrame';
import { FieldFrame } from '../inputs/FieldFrame';
import { formAnswers } from '../inputs/formAnswers';
import { QueueDraft, queueDraft, withoutBlanks } from './queueDraft';
import { QueueInputs } from './QueueInputs';
import { QueueNames } from './QueueNames';
import { queueProblems } from './queueProblems';

type Props = FieldExtensionComponentProps<QueueDraft>;

/** One queue. @public */
export function QueueField(props: Props) {
  const { formContext, onChange, disabled } = props;
  const draft = queueDraft(props.formData);
  const { environments } = formAnswers(formContext?.formData);
  return (
    <FieldFrame field={props}>
      <EditorFrame title={draft.name ?? 'New queue'}>
        <QueueInputs
          draft={draft}
          problems={queueProblems(draft)}
          disabled={disabled}
          change={answers => onChange(withoutBlanks({ ...draft, ...answers }))}
        />
        <QueueNames draft={draft} environments={environments} />
      </EditorFrame>
    </FieldFrame>
  );
}
