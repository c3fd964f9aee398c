import Alert from '@mui/material/Alert';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SQS_QUEUE_TYPE } from '@slipway/platform-common';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { FieldFrame } from '../inputs/FieldFrame';
import { formAnswers } from '../inputs/formAnswers';
import { SharedNamesInput } from '../inputs/SharedNamesInput';
import { useEntities } from '../ownership/useEntities';
import { sendableQueues } from './sendableQueues';

type Props = FieldExtensionComponentProps<string[]>;

function SendsTo(props: Props) {
  const { formContext, formData, onChange, disabled } = props;
  const { entities, error } = useEntities({
    kind: 'Resource',
    'spec.type': SQS_QUEUE_TYPE,
  });
  const { environments } = formAnswers(formContext?.formData);
  return (
    <FieldFrame field={props}>
      {error && (
        <Alert severity="error" variant="outlined">
          The queues could not be loaded: {error.message}
        </Alert>
      )}
      <SharedNamesInput
        label="Queues of others"
        options={entities && sendableQueues(entities, environments)}
        value={Array.isArray(formData) ? formData.map(String) : []}
        failed={error !== undefined}
        disabled={disabled}
        none="There is no standard queue in these environments."
        onChange={onChange}
      />
    </FieldFrame>
  );
}

/** Queues of others that a service sends to, of those that the catalog has in all its environments. @public */
export function SendsToField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <SendsTo {...props} />
    </SlipwayQueryProvider>
  );
}
