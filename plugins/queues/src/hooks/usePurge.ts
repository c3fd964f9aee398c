import { useApi } from '@backstage/core-plugin-api';
import { saveFile } from '@slipway/platform-react';
import { useMutation } from '@tanstack/react-query';
import { QueueLocator, queuesApiRef } from '../api/QueuesApi';
import { exportFileName } from '../words/exportFileName';
import { useQueueChanged } from './useQueueChanged';

/** The two steps of a purge: save what is there, then delete it. */
export function usePurge(queue: QueueLocator) {
  const api = useApi(queuesApiRef);
  const onSettled = useQueueChanged();
  const snapshot = useMutation<{ id: string; name: string }, Error>({
    mutationFn: async () => {
      const { id, file } = await api.snapshot(queue);
      const name = exportFileName(queue, 'snapshot');
      saveFile(file, name);
      return { id, name };
    },
  });
  const purge = useMutation<void, Error, { confirm: string }>({
    mutationFn: async ({ confirm }) => {
      if (!snapshot.data) throw new Error('Download the snapshot first');
      await api.purge(queue, { confirm, snapshotId: snapshot.data.id });
    },
    onSettled,
  });
  return { snapshot, purge };
}
