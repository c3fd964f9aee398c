import { useApi } from '@backstage/core-plugin-api';
import { useLiveQuery } from '@slipway/platform-react';
import { INFRA_PRS_CHANNEL } from '@slipway/plugin-infra-prs-common';
import { infraPrsApiRef, ListedState } from '../api/InfraPrsApi';

/** Among many changes one moves at any time; rows that jump all the time cannot be read. Milliseconds. */
const CALM_MS = 3_000;

/** The list of changes, kept up to date. */
export function useChanges(state: ListedState, enabled = true) {
  const api = useApi(infraPrsApiRef);
  return useLiveQuery({
    name: 'slipway-infra-prs.changes',
    subject: state,
    channel: INFRA_PRS_CHANNEL,
    calm: CALM_MS,
    enabled,
    queryFn: ({ signal }) => api.list({ state }, signal),
  });
}
