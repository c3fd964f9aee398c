import { QueuesResponse } from '@slipway/plugin-queues-common';
import { useUrlParameter } from './useUrlParameter';

/** The environment chosen in the URL (`?env=`) of those that queues are in; one that none is in means all. */
export function useEnvironmentFilter(queues: QueuesResponse['queues']) {
  const [environment, choose] = useUrlParameter('env');
  const environments = [
    ...new Set(queues.flatMap(({ source }) => source.environment ?? [])),
  ];
  const chosen = environments.find(name => name === environment);
  return {
    environments,
    chosen,
    choose,
    shown: queues.filter(
      ({ source }) => !chosen || source.environment === chosen,
    ),
  };
}
