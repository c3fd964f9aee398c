import { startTransition, useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What a page shows, kept in its URL: as it is, and the way to change a part of it. `words` never change. @public */
export function useUrlQuery<Q extends object>(words: {
  parse(parameters: URLSearchParams): Q;
  format(query: Q): URLSearchParams;
}) {
  const { parse, format } = words;
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => parse(parameters), [parse, parameters]);
  const change = useCallback(
    (changes: Partial<Q>) =>
      // The router draws all of the page anew: as a transition, keys and clicks need not wait for that.
      startTransition(() =>
        setParameters(current => format({ ...parse(current), ...changes }), {
          replace: true,
        }),
      ),
    [setParameters, parse, format],
  );
  const show = useCallback(
    (text: string) => setParameters(new URLSearchParams(text)),
    [setParameters],
  );
  return { query, change, show, isBare: parameters.size === 0 };
}
