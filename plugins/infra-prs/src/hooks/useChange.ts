import { useApi } from '@backstage/core-plugin-api';
import { useLiveQuery } from '@slipway/platform-react';
import {
  INFRA_PRS_CHANNEL,
  infraPrsSignalSchema,
} from '@slipway/plugin-infra-prs-common';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** Name under which a change is kept in the query client. */
export const CHANGE_QUERY = 'slipway-infra-prs.change';

/** Whether a signal is about a change; one that names none is about all. */
export function isSignalAbout(number: number) {
  return (message: unknown): boolean => {
    const { data } = infraPrsSignalSchema.safeParse(message);
    return data === undefined || data.number === number;
  };
}

/** One change, kept up to date. */
export function useChange(number: number) {
  const api = useApi(infraPrsApiRef);
  return useLiveQuery({
    name: CHANGE_QUERY,
    subject: String(number),
    channel: INFRA_PRS_CHANNEL,
    isAbout: isSignalAbout(number),
    enabled: Number.isSafeInteger(number) && number > 0,
    queryFn: ({ signal }) => api.get(number, signal),
  });
}
