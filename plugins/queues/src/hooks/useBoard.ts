import { useApi } from '@backstage/core-plugin-api';
import { queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';
import { useQueuesQuery } from './useQueuesQuery';

/** Among thousands of queues one changes at any time; rows that jump all the time cannot be read. */
const CALM_MS = 15_000;

/** Every queue that the person may see, kept up to date. */
export function useBoard() {
  const api = useApi(queuesApiRef);
  return useQueuesQuery({
    name: queryNames.board,
    subject: 'all',
    calm: CALM_MS,
    queryFn: options => api.getBoard(options),
    shows: ({ rows }, id) => rows.some(row => row.id === id),
  });
}
