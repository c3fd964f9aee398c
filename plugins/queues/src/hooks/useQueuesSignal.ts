import { ChannelOptions, useChannel } from '@slipway/platform-react';
import {
  QUEUES_CHANNEL,
  queuesSignalSchema,
} from '@slipway/plugin-queues-common';

/** @internal */
export interface QueuesSignalOptions
  extends Pick<ChannelOptions, 'onChange' | 'calm'> {
  /** Whether the page shows the queue of this id. */
  shows(id: string): boolean;
}

/** Listens to the server telling which queues changed. */
export function useQueuesSignal({
  shows,
  ...options
}: QueuesSignalOptions): void {
  useChannel({
    ...options,
    channel: QUEUES_CHANNEL,
    isAbout: message => {
      const { data } = queuesSignalSchema.safeParse(message);
      return data?.ids.some(shows) ?? false;
    },
  });
}
