import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { SharedName } from '../facts/sharedNames';
import { EditorFrame } from '../inputs/EditorFrame';
import { EventTypesInput } from './EventTypesInput';
import { SourcePicker } from './SourcePicker';
import {
  eventTypesProblem,
  SubscriptionDraft,
  subscriptionProblems,
} from './subscriptionDraft';

interface Props {
  readonly number: number;
  readonly draft: SubscriptionDraft;
  readonly before: readonly SubscriptionDraft[];
  readonly queues: ReadonlyArray<{ name?: string; fifo?: boolean }>;
  readonly names: readonly SharedName[] | undefined;
  readonly disabled?: boolean;
  change(answers: SubscriptionDraft): void;
  remove(): void;
}

function QueuePicker({ queues, draft, before, disabled, change }: Props) {
  const problem = draft.queue
    ? subscriptionProblems(draft, { queues, before }).get('queue')
    : undefined;
  const named = queues.filter(queue => queue.name);
  const known = named.some(({ name }) => name === draft.queue);
  return (
    <TextField
      select
      size="small"
      label="Queue"
      required
      value={known ? draft.queue : ''}
      disabled={disabled}
      error={problem !== undefined}
      helperText={
        problem ? `${draft.queue} ${problem}` : 'That gets the events.'
      }
      onChange={event => change({ queue: event.target.value })}
    >
      {named.map(({ name, fifo }) => (
        <MenuItem key={name} value={name} disabled={fifo}>
          {name}
          {fifo && ': FIFO, which a topic or bus cannot send to'}
        </MenuItem>
      ))}
    </TextField>
  );
}

function RemoveButton({ number, disabled, remove }: Props) {
  return (
    <Button
      size="small"
      color="inherit"
      disabled={disabled}
      onClick={remove}
      aria-label={`Remove subscription ${number}`}
    >
      Remove
    </Button>
  );
}

/** Events of one topic or bus that go to one queue. */
export function SubscriptionItem(props: Props) {
  const { number, draft, before, queues, names, disabled, change } = props;
  const problems = subscriptionProblems(draft, { queues, before });
  return (
    <EditorFrame
      title={`Subscription ${number}`}
      actions={<RemoveButton {...props} />}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          alignItems: 'start',
          gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
        }}
      >
        <SourcePicker
          names={names}
          draft={draft}
          problem={draft.name ? problems.get('name') : undefined}
          disabled={disabled}
          change={change}
        />
        <QueuePicker {...props} />
        <EventTypesInput
          value={draft.eventTypes ?? []}
          problem={eventTypesProblem(problems)}
          disabled={disabled}
          onChange={eventTypes =>
            change({
              eventTypes: eventTypes.length > 0 ? eventTypes : undefined,
            })
          }
        />
      </Box>
    </EditorFrame>
  );
}
