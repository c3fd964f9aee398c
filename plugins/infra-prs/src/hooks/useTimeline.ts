import { useApi } from '@backstage/core-plugin-api';
import { useLiveQuery } from '@slipway/platform-react';
import { INFRA_PRS_CHANNEL } from '@slipway/plugin-infra-prs-common';
import { infraPrsApiRef } from '../api/InfraPrsApi';
import { isSignalAbout } from './useChange';

/** What happened to a change, kept up to date. */
export function useTimeline(number: number) {
  const api = useApi(infraPrsApiRef);
  return useLiveQuery({
    name: 'slipway-infra-prs.timeline',
    subject: String(number),
    channel: INFRA_PRS_CHANNEL,
    isAbout: isSignalAbout(number),
    queryFn: ({ signal }) => api.getTimeline(number, signal),
  });
}
