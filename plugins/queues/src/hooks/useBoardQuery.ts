import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  BoardQuery,
  formatBoardQuery,
  parseBoardQuery,
} from '../board/boardQuery';

/** What the board shows, as the URL says, and the way to change a part of it. */
export function useBoardQuery() {
  const [parameters, setParameters] = useSearchParams();
  const query = useMemo(() => parseBoardQuery(parameters), [parameters]);
  const change = useCallback(
    (changes: Partial<BoardQuery>) =>
      setParameters(
        current =>
          formatBoardQuery({ ...parseBoardQuery(current), ...changes }),
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
