import { RefObject, useEffect, useMemo, useState } from 'react';
import { ChangeColumn, columnsFor } from '../../list/changeColumns';

/** The columns for which an element has room, so that nobody has to scroll sideways. */
export function useFittingColumns(
  element: RefObject<HTMLElement>,
  /** Pixels that something else takes. */
  taken = 0,
): readonly ChangeColumn[] {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setWidth(contentRect.width),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return useMemo(() => columnsFor(width && width - taken), [width, taken]);
}
