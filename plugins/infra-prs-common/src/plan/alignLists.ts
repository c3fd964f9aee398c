import { canonicalText, PlanValue } from './PlanValue';

/** An item before and after; one that was added or removed has no counterpart. */
export interface AlignedItem {
  /** Position after the change, or before it for what is removed. */
  readonly at: number;
  readonly before: PlanValue;
  readonly after: PlanValue;
}

/**
 * Items of two lists that differ. A plan does not tell sets from lists, and one rule more at the start of a set moves
 * all others: so what is the same in both is matched first wherever it stands, and only the rest is compared in order.
 */
export function alignLists(
  before: readonly PlanValue[],
  after: readonly PlanValue[],
): readonly AlignedItem[] {
  const places = new Map<string, number[]>();
  before.forEach((item, at) => {
    const text = canonicalText(item);
    const same = places.get(text);
    if (same) same.push(at);
    else places.set(text, [at]);
  });
  const matched = new Set<number>();
  const added: number[] = [];
  after.forEach((item, at) => {
    const place = places.get(canonicalText(item))?.shift();
    if (place === undefined) added.push(at);
    else matched.add(place);
  });
  const removed = [...before.keys()].filter(at => !matched.has(at));
  const length = Math.max(removed.length, added.length);
  return Array.from({ length }, (_, index) => ({
    at: added[index] ?? removed[index],
    before: before[removed[index]],
    after: after[added[index]],
  }));
}
