import {
  canonicalText,
  isListValue,
  isObjectValue,
  MaskedValue,
  PlanValue,
  valueText,
} from '../plan/PlanValue';
import { DiffNode } from './diffNodes';
import { ManifestCondition, ManifestHit } from './ManifestRule';
import { ManifestPair } from './ManifestValues';
import { networkOpened } from './networkOpened';
import { quantityOf } from './quantity';
import { rightsWidened } from './rightsWidened';

type ByPath = Extract<ManifestCondition, { readonly paths: unknown }>;

/** The times that a condition holds of an object. */
export function evaluateManifestRule(
  when: ManifestCondition,
  pair: ManifestPair,
  nodes: readonly DiffNode[],
): readonly ManifestHit[] {
  switch (when.kind) {
    case 'added':
      return pair.before ? [] : [{}];
    case 'removed':
      return !pair.after && isRemovedSo(when, nodes) ? [{}] : [];
    case 'network_opened':
      return networkOpened(pair);
    case 'rights_widened':
      return rightsWidened(pair);
    default:
      // What is gone as a whole has rules of its own.
      return pair.after && (pair.before || isForNew(when))
        ? byPath(when, nodes)
        : [];
  }
}

function isRemovedSo(
  { having, lacking }: Extract<ManifestCondition, { kind: 'removed' }>,
  nodes: readonly DiffNode[],
): boolean {
  const has = (path: string) =>
    nodes.some(({ pattern }) => endsIn(pattern, path));
  return (
    (having === undefined || has(having)) &&
    (lacking === undefined || !has(lacking))
  );
}

function isForNew(when: ByPath): boolean {
  return 'whenNew' in when && when.whenNew === true;
}

function byPath(when: ByPath, nodes: readonly DiffNode[]): ManifestHit[] {
  return nodes
    .filter(({ pattern }) => when.paths.some(path => endsIn(pattern, path)))
    .filter(node => holds(when, node))
    .map(toHit);
}

function holds(when: ByPath, { before, after }: DiffNode): boolean {
  const [old, next] = [quantityOf(before), quantityOf(after)];
  switch (when.kind) {
    case 'changed':
      return before !== undefined && after !== undefined;
    case 'appeared':
      return before === undefined;
    case 'vanished':
      return after === undefined;
    case 'became':
      return isOneOf(after, when.to) && !isOneOf(before, when.to);
    case 'left':
      return isOneOf(before, when.from) && !isOneOf(after, when.from);
    case 'lowered':
      return old !== undefined && next !== undefined && next < old;
    case 'raised':
      return old !== undefined && next !== undefined && next > old;
    default:
      return isLike(after, when.pattern) && !isLike(before, when.pattern);
  }
}

/** Whether a path ends in another one, from a whole name on. */
function endsIn(pattern: string, path: string): boolean {
  if (!pattern.endsWith(path)) return false;
  const start = pattern.length - path.length;
  return start === 0 || pattern[start - 1] === '.';
}

function isOneOf(value: PlanValue, values: readonly unknown[]): boolean {
  return values.some(each => canonicalText(each) === canonicalText(value));
}

function isLike(value: PlanValue, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

function toHit({ path, item, before, after }: DiffNode): ManifestHit {
  return {
    path,
    ...(item !== undefined && { item }),
    ...textIn('before', before),
    ...textIn('after', after),
  };
}

/** Lists and maps are too long for a sentence. */
function textIn(name: 'before' | 'after', value: PlanValue): ManifestHit {
  if (value === undefined || isListValue(value) || isObjectValue(value)) {
    return {};
  }
  const text = value instanceof MaskedValue ? '(hidden)' : valueText(value);
  return { [name]: text };
}
