import { useEffect, useRef } from 'react';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { RiAddLine } from '@remixicon/react';
import { FieldFrame } from '../inputs/FieldFrame';
import { formAnswers } from '../inputs/formAnswers';
import { useListFocus } from '../inputs/useListFocus';
import { QueueDraft, queueDraft, withoutBlanks } from './queueDraft';
import { QueueItem } from './QueueItem';

type Props = FieldExtensionComponentProps<QueueDraft[]>;

const MAX_QUEUES = 10;

/** `orders` as `orders-copy`, `orders-copy-2` … */
function copyName(name: string | undefined, taken: readonly QueueDraft[]) {
  if (!name) return undefined;
  const names = new Set(taken.map(queue => queue.name));
  const base = `${name.slice(0, 24)}-copy`;
  let copy = base;
  for (let count = 2; names.has(copy); count += 1) copy = `${base}-${count}`;
  return copy;
}

/** A worker lives by a queue: it starts with one of its own name, until somebody has changed something. */
function useFirstQueue(queues: readonly QueueDraft[], props: Props) {
  const { onChange, formContext } = props;
  const { kind, name } = formAnswers(formContext?.formData);
  const touched = useRef(false);
  // Where there must be one, the form library itself makes one without a name.
  const unanswered = queues.length <= 1 && queues[0]?.name === undefined;
  const wanted =
    kind === 'worker' && name !== undefined && unanswered && !touched.current;
  useEffect(() => {
    if (wanted) onChange([{ name }]);
  }, [wanted, name, onChange]);
  return touched;
}

/** The queues that a service owns: added, copied, changed and removed. @public */
export function QueuesField(props: Props) {
  const { formContext, formData, onChange, disabled } = props;
  const queues = Array.isArray(formData) ? formData.map(queueDraft) : [];
  const { environments, kind } = formAnswers(formContext?.formData);
  const touched = useFirstQueue(queues, props);
  const focus = useListFocus(queues.length);
  const update = (next: QueueDraft[]) => {
    touched.current = true;
    onChange(next.map(withoutBlanks));
  };
  return (
    <FieldFrame field={props} boxRef={focus.list}>
      {queues.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {kind === 'worker'
            ? 'No queue yet. A worker lives by one.'
            : 'No queue. An API works without.'}
        </Typography>
      )}
      {queues.map((draft, index) => (
        <QueueItem
          key={index}
          number={index + 1}
          draft={draft}
          before={queues.slice(0, index)}
          environments={environments}
          disabled={disabled}
          change={answers =>
            update(queues.with(index, { ...draft, ...answers }))
          }
          remove={() => {
            focus.removed();
            update(queues.toSpliced(index, 1));
          }}
          duplicate={
            queues.length < MAX_QUEUES
              ? () => {
                  const name = copyName(draft.name, queues);
                  update(queues.toSpliced(index + 1, 0, { ...draft, name }));
                }
              : undefined
          }
        />
      ))}
      <Button
        variant="outlined"
        size="small"
        startIcon={<RiAddLine size={16} />}
        disabled={disabled || queues.length >= MAX_QUEUES}
        ref={focus.addButton}
        onClick={() => {
          focus.added();
          update([...queues, {}]);
        }}
        sx={{ alignSelf: 'flex-start' }}
      >
        Add a queue
      </Button>
    </FieldFrame>
  );
}
