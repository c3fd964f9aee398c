import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';

/** @public */
export interface ChannelOptions {
  readonly channel: string;
  /** Whether a message, which may be anything, is about what is shown. */
  isAbout(message: unknown): boolean;
  /** Called when what is shown changed; not in a hidden tab, which reads again when it is looked at. */
  onChange(): void;
  /** Milliseconds between calls, at least. */
  readonly calm: number;
}

/** Whether the server can tell this app of changes. @public */
export function useHasSignals(): boolean {
  return useApiHolder().get(signalApiRef) !== undefined;
}

/**
 * Listens to the server telling of changes. Not `useSignal` of Backstage, which keeps the last signal only and so loses
 * one of two that come together. Does nothing in an app without signals.
 * @public
 */
export function useChannel(options: ChannelOptions): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(options);
  latest.current = options;
  const { channel } = options;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    function call() {
      timer = undefined;
      last = Date.now();
      if (!document.hidden) latest.current.onChange();
    }
    const subscription = signals?.subscribe(channel, message => {
      if (!timer && latest.current.isAbout(message)) {
        const wait = last + latest.current.calm - Date.now();
        timer = setTimeout(call, Math.max(0, wait));
      }
    });
    return () => {
      clearTimeout(timer);
      subscription?.unsubscribe();
    };
  }, [signals, channel]);
}
