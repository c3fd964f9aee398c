import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ChangesQuery,
  formatChangesQuery,
  parseChangesQuery,
} from '../list/changesQuery';

/** What the list shows, as the URL says, and the way to change a part of it. */
export function useChangesQuery() {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => parseChangesQuery(parameters), [parameters]);
  const change = useCallback(
    (changes: Partial<ChangesQuery>) =>
      setParameters(
        current =>
          formatChangesQuery({ ...parseChangesQuery(current), ...changes }),
        { replace: true },
      ),
    [setParameters],
  );
  const show = useCallback(
    (text: string) => setParameters(new URLSearchParams(text)),
    [setParameters],
  );
  return { query, change, show, isBare: parameters.size === 0 };
}
