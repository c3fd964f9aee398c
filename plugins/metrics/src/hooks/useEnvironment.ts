import { SourceResult } from '@slipway/platform-common';
import { useUrlChoice } from './useUrlChoice';

/** Picks one environment's result by the `env` of the URL, which all Slipway cards share. */
export function useEnvironment<T>(
  results: readonly SourceResult<T>[] | undefined,
) {
  const names = (results ?? []).flatMap(
    ({ source }) => source.environment ?? [],
  );
  const [chosen, choose] = useUrlChoice('env', names);
  const result = results?.find(({ source }) => source.environment === chosen);
  return { names, chosen, choose, result };
}
