import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** A value that is kept in the URL, so that a link shows what its sender saw. */
export function useUrlParameter(
  name: string,
): [string | undefined, (value: string | undefined) => void] {
  const [parameters, setParameters] = useSearchParams();
  const set = useCallback(
    (value: string | undefined) =>
      setParameters(
        current => {
          const next = new URLSearchParams(current);
          next.delete(name);
          if (value) next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [name, setParameters],
  );
  return [parameters.get(name) ?? undefined, set];
}
