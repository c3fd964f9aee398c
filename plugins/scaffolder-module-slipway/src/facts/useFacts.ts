import { useSlipwayQuery } from '@slipway/platform-react';
import { EnvironmentFacts } from '../api/goldenPathSchemas';
import { useGoldenPathClient } from '../api/useGoldenPathClient';

export interface FactsState {
  /** Of all environments; undefined until they are known. */
  readonly facts?: readonly EnvironmentFacts[];
  readonly error?: Error;
}

/** What the platform of each environment offers: topics, buses, load balancers, clusters. */
export function useFacts(): FactsState {
  const client = useGoldenPathClient();
  const { data, error } = useSlipwayQuery({
    name: 'slipway.facts',
    subject: 'all',
    refetchInterval: false,
    queryFn: context => client.listFacts(context),
  });
  return { facts: data, error: error ?? undefined };
}
