import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** A dead-letter queue that the Queues tab shows in detail. */
export interface DeadLettersView {
  readonly environment: string;
  /** Name of the dead-letter queue. */
  readonly queue: string;
}

const VIEW = 'dead-letters';

/** Query of the Queues tab that opens the dead letters of a queue. */
export function deadLettersQuery(view: DeadLettersView): URLSearchParams {
  const queue = `${view.environment}/${view.queue}`;
  return new URLSearchParams({ queue, view: VIEW });
}

/** The dead-letter queue that the URL opens (`?queue=<env>/<dlq>&view=dead-letters`), and the way back. */
export function useDeadLettersView() {
  const [parameters, setParameters] = useSearchParams();
  const isOpen = parameters.get('view') === VIEW;
  const queue = parameters.get('queue') ?? '';
  const view = useMemo(() => {
    const at = queue.indexOf('/');
    return isOpen && at > 0 && at < queue.length - 1
      ? { environment: queue.slice(0, at), queue: queue.slice(at + 1) }
      : undefined;
  }, [isOpen, queue]);
  const open = useCallback(
    (next: DeadLettersView) =>
      setParameters(current => {
        const changed = new URLSearchParams(current);
        deadLettersQuery(next).forEach((value, key) => changed.set(key, value));
        return changed;
      }),
    [setParameters],
  );
  const close = useCallback(
    () =>
      setParameters(current => {
        const changed = new URLSearchParams(current);
        changed.delete('view');
        changed.delete('queue');
        changed.delete('group');
        changed.delete('message');
        return changed;
      }),
    [setParameters],
  );
  return { view, open, close };
}
