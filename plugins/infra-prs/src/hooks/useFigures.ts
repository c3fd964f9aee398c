import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { FiguresQuery, infraPrsApiRef } from '../api/InfraPrsApi';

/** How fast and how well changes come to be live. */
export function useFigures(query: FiguresQuery) {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: 'slipway-infra-prs.figures',
    subject: JSON.stringify(query),
    queryFn: ({ signal }) => api.getFigures(query, signal),
  });
}
