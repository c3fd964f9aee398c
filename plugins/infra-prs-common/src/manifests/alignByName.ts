import { alignLists } from '../plan/alignLists';
import { isObjectValue, PlanValue } from '../plan/PlanValue';

/** What items of Kubernetes' lists are told apart by, https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy */
const NAMES = [
  'name',
  'mountPath',
  'devicePath',
  'containerPort',
  'port',
  'topologyKey',
  'secretKey',
  'host',
  'key',
  'ip',
] as const;

/** Two items that belong together. */
export interface NamedItems {
  readonly name?: string;
  readonly at: number;
  readonly before: PlanValue;
  readonly after: PlanValue;
}

/** Items of two lists that differ, matched by their name where all have one of their own. */
export function alignByName(
  before: readonly PlanValue[],
  after: readonly PlanValue[],
): readonly NamedItems[] {
  for (const key of NAMES) {
    const [old, next] = [byName(before, key), byName(after, key)];
    if (old && next) {
      return [...new Set([...old.keys(), ...next.keys()])].map((name, at) => ({
        name,
        at,
        before: old.get(name),
        after: next.get(name),
      }));
    }
  }
  return alignLists(before, after).flatMap(apart);
}

/** One text is not another one changed: one is gone, and one is there. */
function apart({ at, before, after }: NamedItems): readonly NamedItems[] {
  const both = before !== undefined && after !== undefined;
  const texts = typeof before === 'string' && typeof after === 'string';
  if (!both || !texts) return [{ at, before, after }];
  return [
    { at, before, after: undefined },
    { at, before: undefined, after },
  ];
}

/** Undefined when an item has no such name, or two have the same. */
function byName(
  items: readonly PlanValue[],
  key: string,
): ReadonlyMap<string, PlanValue> | undefined {
  const named = new Map<string, PlanValue>();
  for (const item of items) {
    const name = isObjectValue(item) ? item.get(key) : undefined;
    if (typeof name !== 'string' && typeof name !== 'number') return undefined;
    if (named.has(String(name))) return undefined;
    named.set(String(name), item);
  }
  return named;
}
