import { KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

/**
 * Moves a focus over rows of which only some are drawn: arrow, page, Home and End keys. The row in focus is the only one that
 * Tab reaches.
 */
export function useRowFocus(options: {
  readonly count: number;
  /** Rows that fit at once. */
  readonly page: number;
  /** Draws a row, if it is not. */
  scrollTo(index: number): void;
}) {
  const { count } = options;
  const [at, setAt] = useState(0);
  const index = Math.max(0, Math.min(at, count - 1));
  const [moved, setMoved] = useState(0);
  const rows = useRef(new Map<number, HTMLElement>());
  useEffect(() => {
    // A row that was scrolled to is drawn by now.
    if (moved > 0) rows.current.get(index)?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [moved]);

  function onKeyDown(event: KeyboardEvent) {
    const to = target(event.key, index, options);
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(to, count - 1));
    options.scrollTo(next);
    setAt(next);
    setMoved(current => current + 1);
  }

  const register = useCallback(
    (row: number, element: HTMLElement | null) =>
      element ? rows.current.set(row, element) : rows.current.delete(row),
    [],
  );
  return { index, onKeyDown, register, onFocus: setAt };
}

function target(
  key: string,
  index: number,
  { count, page }: { readonly count: number; readonly page: number },
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return index - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
