import { useApi } from '@backstage/core-plugin-api';
import { Redrive, RedriveCommand } from '@slipway/plugin-queues-common';
import { useMutation } from '@tanstack/react-query';
import { QueueLocator, queuesApiRef } from '../api/QueuesApi';
import { useQueueChanged } from './useQueueChanged';

/** Sends dead letters back. */
export function useStartRedrive(queue: QueueLocator) {
  const api = useApi(queuesApiRef);
  const onSettled = useQueueChanged();
  return useMutation<Redrive, Error, RedriveCommand>({
    mutationFn: command => api.startRedrive(queue, command),
    onSettled,
  });
}

/** Stops a redrive; what has moved stays moved. */
export function useCancelRedrive(queue: QueueLocator) {
  const api = useApi(queuesApiRef);
  const onSettled = useQueueChanged();
  return useMutation<Redrive, Error, string>({
    mutationFn: id => api.cancelRedrive(queue, id),
    onSettled,
  });
}
