import { KeyboardEvent, useCallback } from 'react';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: at => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Marks controls that arrows move between; of several kinds in a row, each has its own name. */
export const rovingItem = (kind: string) => ({ 'data-roving': kind });

/**
 * Lets arrows, Home and End move the focus from row to row of a long list, of which only one row is a stop of the Tab key.
 * The handler is for the list, {@link rovingItem} for the controls in its rows.
 */
export function useRovingFocus() {
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (!step || !(event.target instanceof HTMLElement)) return;
    const { target, currentTarget } = event;
    const { roving } = target.dataset;
    if (roving === undefined) return;
    const items = [
      ...currentTarget.querySelectorAll<HTMLElement>('[data-roving]'),
    ].filter(item => item.dataset.roving === roving);
    event.preventDefault();
    items[step(items.indexOf(target), items.length - 1)]?.focus();
  }, []);
}
