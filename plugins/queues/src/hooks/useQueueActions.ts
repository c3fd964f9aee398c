import { useApi } from '@backstage/core-plugin-api';
import { QueueActions } from '@slipway/plugin-queues-common';
import { useSlipwayQuery } from '@slipway/platform-react';
import { QueueLocator, queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';
import { errorWords } from '../words/errorWords';
import { queueSubject } from './queueSubject';

/** Why each action cannot be had; undefined where it can. */
export type WhyNot = Readonly<Record<keyof QueueActions, string | undefined>>;

const all = (reason: string): WhyNot => ({
  peek: reason,
  export: reason,
  redrive: reason,
  cancel: reason,
  purge: reason,
});

/** What the person may not do with a queue, and why. Nothing is allowed until the server says so. */
export function useQueueActions(queue: QueueLocator): WhyNot {
  const api = useApi(queuesApiRef);
  const { data, error } = useSlipwayQuery({
    name: queryNames.actions,
    subject: queueSubject(queue),
    refetchInterval: 60_000,
    queryFn: options => api.getActions(queue, options),
  });
  // Also where an earlier answer is still there: permissions may be what changed.
  if (error) {
    return all(
      `What you may do could not be found out: ${errorWords(error).message}`,
    );
  }
  if (!data) return all('Finding out what you may do…');
  const why = ({ allowed, reason }: QueueActions['peek']) =>
    allowed ? undefined : reason ?? 'You may not do that';
  return {
    peek: why(data.peek),
    export: why(data.export),
    redrive: why(data.redrive),
    cancel: why(data.cancel),
    purge: why(data.purge),
  };
}
