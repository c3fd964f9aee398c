import { useCallback, useMemo } from 'react';
import { useNow } from '@slipway/platform-react';
import { HistoryRange } from '@slipway/plugin-queues-common';
import { useSearchParams } from 'react-router-dom';
import {
  HistoryWindow,
  parseHistoryWindow,
  rangeSpan,
  rangeToRead,
  withHistoryWindow,
} from './historyWindow';

/** Charts move on this often. Milliseconds. */
const TICK_MS = 60_000;

/** The time that all charts of the tab show: kept in the URL, so that a link shows the same. */
export function useHistoryWindow() {
  const [parameters, setParameters] = useSearchParams();
  const now = useNow(TICK_MS);
  const window = useMemo(() => parseHistoryWindow(parameters), [parameters]);
  const set = useCallback(
    (next: HistoryWindow) =>
      setParameters(current => withHistoryWindow(current, next), {
        replace: true,
      }),
    [setParameters],
  );
  const { range, zoom } = window;
  const span = rangeSpan(range, now);
  return {
    range,
    zoom,
    /** All that the range has. */
    span,
    /** What to draw. */
    shown: zoom ?? span,
    /** What to ask for. */
    read: rangeToRead(window, now),
    setRange: (next: HistoryRange) => set({ range: next }),
    setZoom: (next: HistoryWindow['zoom']) => set({ range, zoom: next }),
  };
}

/** @internal */
export type ShownHistory = ReturnType<typeof useHistoryWindow>;
