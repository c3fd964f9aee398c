import { RefObject, useRef } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useRowFocus } from './useRowFocus';

/** Rows that are drawn only in sight, below a head that stays, with a focus that keys move over all. @public */
export function useVirtualRows(options: {
  scroller: RefObject<HTMLElement>;
  count: number;
  /** Pixels. */
  rowHeight: number;
  /** Pixels. */
  headHeight: number;
}) {
  const { scroller, count, rowHeight, headHeight } = options;
  const inFocus = useRef(0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // A row that is scrolled out of sight keeps the focus.
    rangeExtractor: range =>
      [...new Set([...defaultRangeExtractor(range), inFocus.current])].sort(
        (a, b) => a - b,
      ),
  });
  const seen = (scroller.current?.clientHeight ?? 0) - headHeight;
  const focus = useRowFocus({
    count,
    page: Math.max(1, Math.floor(seen / rowHeight)),
    scrollTo: index => virtualizer.scrollToIndex(index),
  });
  inFocus.current = focus.index;
  return {
    focus,
    height: virtualizer.getTotalSize(),
    items: virtualizer
      .getVirtualItems()
      .map(({ index, start }) => ({ index, top: start - headHeight })),
  };
}
