import {
  canonicalText,
  isListValue,
  isObjectValue,
  PlanObject,
  PlanValue,
} from '../plan/PlanValue';
import { alignByName } from './alignByName';
import { fieldPath } from './fieldPath';

/** A place where two objects differ: a field, or what holds fields that differ. */
export interface DiffNode {
  /** `spec.template.spec.containers[orders].image` */
  readonly path: string;
  /** The same for every item of a list: `spec.template.spec.containers[].image`. Rules know places by it. */
  readonly pattern: string;
  /** Name of the list item that it is in, such as a container's or a variable's. */
  readonly item?: string;
  /** Whether it is shown as a field: it holds no others, or only on one side. */
  readonly isField: boolean;
  readonly before: PlanValue;
  readonly after: PlanValue;
}

/** Objects are refused beyond this, in places that differ; what people write stays far below. */
const MAX_NODES = 20_000;

type Place = Omit<DiffNode, 'isField'>;

/** Every place where two objects differ, what holds others first. */
export function diffNodes(
  before: PlanObject | undefined,
  after: PlanObject | undefined,
): readonly DiffNode[] {
  const found: DiffNode[] = [];
  const root = { path: '', pattern: '' };
  visit({ ...root, before: before ?? new Map(), after: after ?? new Map() });
  return found;

  function visit(place: Place): void {
    const { before: old, after: next } = place;
    if (found.length >= MAX_NODES) return;
    if (canonicalText(old) === canonicalText(next)) return;
    const inner = childrenOf(place);
    if (place.pattern !== '') {
      found.push({ ...place, isField: inner.length === 0 });
    }
    inner.forEach(visit);
  }
}

function childrenOf(place: Place): readonly Place[] {
  const { before, after } = place;
  const [old, next] = [before, after].map(orUndefined);
  if (isObjectValue(old) ? fits(next, isObjectValue) : isObjectValue(next)) {
    if (old !== undefined && !isObjectValue(old)) return [];
    return childrenOfObject(place, entriesOf(old), entriesOf(next));
  }
  if (isListValue(old) ? fits(next, isListValue) : isListValue(next)) {
    if (old !== undefined && !isListValue(old)) return [];
    return childrenOfList(place, itemsOf(old), itemsOf(next));
  }
  return [];
}

function fits(value: PlanValue, isOf: (value: PlanValue) => boolean): boolean {
  return value === undefined || isOf(value);
}

function childrenOfObject(
  { path, pattern, item }: Place,
  before: PlanObject,
  after: PlanObject,
): Place[] {
  return [...new Set([...before.keys(), ...after.keys()])].map(key => ({
    path: fieldPath(path, key),
    pattern: pattern === '' ? key : `${pattern}.${key}`,
    ...(item !== undefined && { item }),
    before: before.get(key),
    after: after.get(key),
  }));
}

function childrenOfList(
  { path, pattern, item }: Place,
  before: readonly PlanValue[],
  after: readonly PlanValue[],
): Place[] {
  return alignByName(before, after).map(({ name, at, ...values }) => {
    const own = name ?? item;
    return {
      path: `${path}[${name ?? at}]`,
      pattern: `${pattern}[]`,
      ...(own !== undefined && { item: own }),
      ...values,
    };
  });
}

/** An empty list or map says as much as none: but one that allows nothing is not one that is not there. */
function orUndefined(value: PlanValue): PlanValue {
  if (isListValue(value) && value.length === 0) return undefined;
  return isObjectValue(value) && value.size === 0 ? undefined : value;
}

function entriesOf(value: PlanValue): PlanObject {
  return isObjectValue(value) ? value : new Map();
}

function itemsOf(value: PlanValue): readonly PlanValue[] {
  return isListValue(value) ? value : [];
}
