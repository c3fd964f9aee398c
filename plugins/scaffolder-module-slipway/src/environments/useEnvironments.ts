import { useSlipwayQuery } from '@slipway/platform-react';
import { useGoldenPathClient } from '../api/useGoldenPathClient';

/** The environments of the portal's config, in its order. */
export function useEnvironments() {
  const client = useGoldenPathClient();
  return useSlipwayQuery({
    name: 'slipway.environments',
    subject: 'all',
    refetchInterval: false,
    queryFn: context => client.listEnvironments(context),
  });
}
