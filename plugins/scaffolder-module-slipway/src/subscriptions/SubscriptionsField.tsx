import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { RiAddLine } from '@remixicon/react';
import { FactsProblem } from '../facts/FactsProblem';
import { sharedNames } from '../facts/sharedNames';
import { useFacts } from '../facts/useFacts';
import { FieldFrame } from '../inputs/FieldFrame';
import { formAnswers } from '../inputs/formAnswers';
import { useListFocus } from '../inputs/useListFocus';
import { SubscriptionItem } from './SubscriptionItem';
import { SubscriptionDraft, subscriptionDraft } from './subscriptionDraft';

type Props = FieldExtensionComponentProps<SubscriptionDraft[]>;

const MAX_SUBSCRIPTIONS = 10;

function Subscriptions(props: Props) {
  const { formContext, formData, onChange, disabled } = props;
  const state = useFacts();
  const items = Array.isArray(formData) ? formData.map(subscriptionDraft) : [];
  const { environments, queues } = formAnswers(formContext?.formData);
  const standard = queues.filter(({ name, fifo }) => name && !fifo);
  const focus = useListFocus(items.length);
  const names = state.facts && sharedNames(state.facts, environments);
  return (
    <FieldFrame field={props} boxRef={focus.list}>
      <FactsProblem state={state} />
      {items.map((draft, index) => (
        <SubscriptionItem
          key={index}
          number={index + 1}
          draft={draft}
          before={items.slice(0, index)}
          queues={queues}
          names={names}
          disabled={disabled}
          change={answers =>
            onChange(items.with(index, { ...draft, ...answers }))
          }
          remove={() => {
            focus.removed();
            onChange(items.toSpliced(index, 1));
          }}
        />
      ))}
      {standard.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          Events go to a standard queue. Add one above first.
        </Typography>
      )}
      <Button
        variant="outlined"
        size="small"
        startIcon={<RiAddLine size={16} />}
        disabled={
          disabled || standard.length === 0 || items.length >= MAX_SUBSCRIPTIONS
        }
        ref={focus.addButton}
        onClick={() => {
          focus.added();
          onChange([...items, { queue: standard[0]?.name }]);
        }}
        sx={{ alignSelf: 'flex-start' }}
      >
        Add a subscription
      </Button>
    </FieldFrame>
  );
}

/** Events of topics and buses that go to queues of the service. @public */
export function SubscriptionsField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <Subscriptions {...props} />
    </SlipwayQueryProvider>
  );
}
