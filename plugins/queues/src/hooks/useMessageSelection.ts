import { useCallback, useState } from 'react';
import { MAX_SELECTED } from '@slipway/plugin-queues-common';

/** Messages chosen for a redrive; no more than one redrive takes. */
export function useMessageSelection() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = useCallback(
    (ids: readonly string[], wanted: boolean) =>
      setChosen(current => {
        const next = new Set(current);
        ids.forEach(id => (wanted ? next.add(id) : next.delete(id)));
        return new Set([...next].slice(0, MAX_SELECTED));
      }),
    [],
  );
  const clear = useCallback(() => setChosen(new Set()), []);
  return { chosen, choose, clear, isFull: chosen.size >= MAX_SELECTED };
}

/** @internal */
export type MessageSelection = ReturnType<typeof useMessageSelection>;
