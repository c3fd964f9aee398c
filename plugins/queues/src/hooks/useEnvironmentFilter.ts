import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** The environment chosen in the URL (`?env=`), so that a link shows what its sender saw. */
export function useEnvironmentFilter(): [
  string | undefined,
  (environment: string | undefined) => void,
] {
  const [parameters, setParameters] = useSearchParams();
  const choose = useCallback(
    (environment: string | undefined) =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          next.delete('env');
          if (environment) {
            next.set('env', environment);
          }
          return next;
        },
        { replace: true },
      ),
    [setParameters],
  );
  return [parameters.get('env') ?? undefined, choose];
}
