import { useRef, useState } from 'react';
import { Redrive } from '@slipway/plugin-queues-common';
import { QueueLocator } from '../api/QueuesApi';
import { useMessageSelection } from './useMessageSelection';
import { useOpenMessage } from './useOpenMessage';
import { useQueueChanged } from './useQueueChanged';
import { useQueueSample } from './useQueueSample';
import { useRedriveOutcome } from './useRedriveOutcome';
import { useRedrives } from './useRedrives';

/**
 * What a person sees and does with one dead-letter queue: the messages they looked at and chose, and what became of those
 * that they, or others, sent back or deleted.
 *
 * @param ids - of the queues whose signals tell that this one changed
 */
export function useTriage(queue: QueueLocator, ids: readonly string[]) {
  const sample = useQueueSample(queue);
  const selection = useMessageSelection();
  const redrives = useRedrives(queue, ids);
  const queueChanged = useQueueChanged();
  const [isPurged, setPurged] = useState(false);
  const sent = useRef<{ id: string; messages: ReadonlySet<string> }>();

  const { open } = useOpenMessage();

  function forgetAll() {
    // A link to a message that nobody looked for yet stays.
    if (sample.sample) open({ group: undefined, message: undefined });
    sample.forget();
    selection.clear();
  }
  const outcome = useRedriveOutcome(redrives.data?.redrives, redrive => {
    const { id, kind, status } = redrive;
    if (kind === 'all') forgetAll();
    else if (status === 'completed' && sent.current?.id === id) {
      sample.forget(sent.current.messages);
    }
    selection.clear();
    queueChanged();
  });

  function started(redrive: Redrive, messages: readonly string[] = []) {
    sent.current = { id: redrive.id, messages: new Set(messages) };
    setPurged(false);
    outcome.watch(redrive.id);
  }
  function purged() {
    forgetAll();
    setPurged(true);
  }
  return { sample, selection, redrives, ...outcome, started, purged, isPurged };
}

/** @internal */
export type Triage = ReturnType<typeof useTriage>;
