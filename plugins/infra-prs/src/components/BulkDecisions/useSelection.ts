import { useCallback, useEffect, useMemo, useState } from 'react';
import { ChangeRequest, MAX_BULK } from '@slipway/plugin-infra-prs-common';
import { whyNotSelected } from './bulkRules';

/** Which rows of the list are chosen to be decided about. */
export interface Selection {
  /** In the order of the list. */
  readonly selected: readonly ChangeRequest[];
  /** How many of the list could be. */
  readonly selectable: number;
  /** How many are no longer selected, since they are no longer listed or no longer to be decided about. */
  readonly dropped: number;
  has(item: ChangeRequest): boolean;
  /** Why it cannot be selected, in words. */
  whyNot(item: ChangeRequest): string | undefined;
  toggle(item: ChangeRequest): void;
  /** As many as can be decided about in one go, the first first. */
  selectAll(): void;
  clear(): void;
}

const FULL = `No more than ${MAX_BULK} changes are decided about in one go`;
const NONE = { numbers: new Set<number>(), dropped: 0 };

type State = {
  readonly numbers: ReadonlySet<number>;
  readonly dropped: number;
};

/** Keeps a selection of a list; what filters hide, and what others decided about meanwhile, drops out of it. */
export function useSelection(items: readonly ChangeRequest[]): Selection {
  const [state, setState] = useState<State>(NONE);
  const selectable = useMemo(
    () => items.filter(item => !whyNotSelected(item)),
    [items],
  );
  useEffect(() => {
    const listed = new Set(selectable.map(({ number }) => number));
    setState(before => {
      const kept = [...before.numbers].filter(number => listed.has(number));
      const dropped = before.numbers.size - kept.length;
      return dropped > 0 ? { numbers: new Set(kept), dropped } : before;
    });
  }, [selectable]);
  const { numbers, dropped } = state;
  const toggle = useCallback(({ number }: ChangeRequest) => {
    setState(before => {
      const after = new Set(before.numbers);
      if (!after.delete(number)) after.add(number);
      return { numbers: after, dropped: 0 };
    });
  }, []);
  return useMemo(
    () => ({
      selected: selectable.filter(({ number }) => numbers.has(number)),
      selectable: selectable.length,
      dropped,
      has: ({ number }) => numbers.has(number),
      whyNot: item => {
        const isFull = numbers.size >= MAX_BULK && !numbers.has(item.number);
        return whyNotSelected(item) ?? (isFull ? FULL : undefined);
      },
      toggle,
      selectAll: () => {
        const first = selectable.slice(0, MAX_BULK);
        const all = new Set(first.map(({ number }) => number));
        setState({ numbers: all, dropped: 0 });
      },
      clear: () => setState(NONE),
    }),
    [selectable, numbers, dropped, toggle],
  );
}
