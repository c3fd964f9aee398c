import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  QUEUES_CHANNEL,
  queuesSignalSchema,
} from '@slipway/plugin-queues-common';

/** @internal */
export interface QueuesSignalOptions {
  /** Whether the page shows the queue of this id. */
  shows(id: string): boolean;
  /** Called when a shown queue changed; not in a hidden tab, which reads again when it is looked at. */
  onChange(): void;
  /** Milliseconds between calls, at least. */
  readonly calm: number;
}

/** Whether the server can tell this app of changes. */
export function useHasSignals(): boolean {
  return useApiHolder().get(signalApiRef) !== undefined;
}

/**
 * Listens to the server telling which queues changed. Not `useSignal` of Backstage, which keeps the last signal only and so loses
 * one of two that come together. Does nothing in an app without signals.
 */
export function useQueuesSignal(options: QueuesSignalOptions): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    function call() {
      timer = undefined;
      last = Date.now();
      if (!document.hidden) latest.current.onChange();
    }
    const subscription = signals?.subscribe(QUEUES_CHANNEL, message => {
      const { data } = queuesSignalSchema.safeParse(message);
      if (!timer && data?.ids.some(id => latest.current.shows(id))) {
        const wait = last + latest.current.calm - Date.now();
        timer = setTimeout(call, Math.max(0, wait));
      }
    });
    return () => {
      clearTimeout(timer);
      subscription?.unsubscribe();
    };
  }, [signals]);
}
