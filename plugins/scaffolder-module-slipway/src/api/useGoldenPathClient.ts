import { useMemo } from 'react';
import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/core-plugin-api';
import { GoldenPathClient } from './GoldenPathClient';

export function useGoldenPathClient(): GoldenPathClient {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useMemo(
    () => GoldenPathClient.create({ discoveryApi, fetchApi }),
    [discoveryApi, fetchApi],
  );
}
