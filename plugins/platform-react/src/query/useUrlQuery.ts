import {
  startTransition,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useSearchParams } from 'react-router-dom';

/** What a page shows, kept in its URL: as it is, and the way to change a part of it. `words` never change. @public */
export function useUrlQuery<Q extends object>(words: {
  parse(parameters: URLSearchParams): Q;
  format(query: Q): URLSearchParams;
}) {
  const { parse, format } = words;
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => parse(parameters), [parse, parameters]);
  // The router knows only what is drawn. What was chosen since, and is still being drawn, must not be lost.
  const chosen = useRef(parameters);
  // Before the next event: what is chosen then must not be set back.
  useLayoutEffect(() => {
    chosen.current = parameters;
  }, [parameters]);
  const change = useCallback(
    (changes: Partial<Q>) => {
      chosen.current = format({ ...parse(chosen.current), ...changes });
      // The router draws all of the page anew: as a transition, keys and clicks need not wait for that.
      startTransition(() => setParameters(chosen.current, { replace: true }));
    },
    [setParameters, parse, format],
  );
  const show = useCallback(
    (text: string) => {
      chosen.current = new URLSearchParams(text);
      setParameters(chosen.current);
    },
    [setParameters],
  );
  return { query, change, show, isBare: parameters.size === 0 };
}
