import {
  EvaluationError,
  isList,
  isObject,
  sameValue,
  toText,
  Value,
  ValueObject,
} from './Value';

function list(value: Value): readonly Value[] {
  if (isList(value)) return value;
  throw new EvaluationError('Invalid function argument: a list is required');
}

function object(value: Value): ValueObject {
  if (isObject(value)) return value;
  throw new EvaluationError('Invalid function argument: a map is required');
}

function distinct(value: Value): Value[] {
  const seen: Value[] = [];
  for (const item of list(value)) {
    if (!seen.some(other => sameValue(other, item))) seen.push(item);
  }
  return seen;
}

function length(value: Value): number {
  if (typeof value === 'string') return [...value].length;
  return isList(value) ? value.length : Object.keys(object(value)).length;
}

function coalesce(...args: Value[]): Value {
  const found = args.find(arg => arg !== null && arg !== '');
  if (found === undefined) {
    throw new EvaluationError('Call to "coalesce": no non-null arguments');
  }
  return found;
}

function lookup(map: Value, key: Value, ...rest: Value[]): Value {
  const name = toText(key);
  if (Object.hasOwn(object(map), name)) return object(map)[name];
  if (rest.length > 0) return rest[0];
  throw new EvaluationError(`Call to "lookup": no value for key "${name}"`);
}

const flatten = (value: Value): Value[] =>
  list(value).flatMap(item => (isList(item) ? flatten(item) : [item]));

const sortText = (value: Value): string[] => list(value).map(toText).sort();

const isTrue = (value: Value) => value === true || value === 'true';

const range = (...args: Value[]): number[] => {
  const [start, end] =
    args.length > 1 ? args.map(Number) : [0, Number(args[0])];
  const step = args.length > 2 ? Number(args[2]) : 1;
  const size = Math.max(0, Math.ceil((end - start) / step));
  if (size > 1024)
    throw new EvaluationError('Call to "range": too many values');
  return Array.from({ length: size }, (_, i) => start + i * step);
};

/** https://developer.hashicorp.com/terraform/language/functions, those about lists, maps and numbers */
export const collectionFunctions: Readonly<
  Record<string, (...args: Value[]) => Value>
> = {
  length,
  coalesce,
  lookup,
  flatten,
  distinct,
  range,
  toset: value => distinct(value),
  tolist: value => [...list(value)],
  tomap: value => object(value),
  tonumber: value => (value === null ? null : Number(value)),
  tobool: value => (value === null ? null : isTrue(value)),
  merge: (...maps) =>
    Object.assign({}, ...maps.filter(map => map !== null).map(object)),
  concat: (...lists) => lists.flatMap(list),
  keys: map => Object.keys(object(map)).sort(),
  values: map =>
    Object.keys(object(map))
      .sort()
      .map(key => object(map)[key]),
  contains: (items, value) => list(items).some(item => sameValue(item, value)),
  element: (items, at) => list(items)[Number(at) % list(items).length],
  compact: items => list(items).filter(item => item !== null && item !== ''),
  sort: sortText,
  reverse: items => [...list(items)].reverse(),
  slice: (items, from, to) => list(items).slice(Number(from), Number(to)),
  one: items => list(items)[0] ?? null,
  zipmap: (keys, values) =>
    Object.fromEntries(
      list(keys).map((key, i) => [toText(key), list(values)[i]]),
    ),
  setunion: (...sets) => distinct(sets.flatMap(list)),
  setsubtract: (from, of) =>
    distinct(from).filter(item => !list(of).some(it => sameValue(it, item))),
  setintersection: (first, ...more) =>
    distinct(first).filter(item =>
      more.every(set => list(set).some(it => sameValue(it, item))),
    ),
  setproduct: (...sets) =>
    sets.reduce<Value[][]>(
      (made, set) =>
        made.flatMap(head => list(set).map(item => [...head, item])),
      [[]],
    ),
  coalescelist: (...lists) => lists.find(it => list(it).length > 0) ?? [],
  sum: numbers => list(numbers).reduce<number>((a, b) => a + Number(b), 0),
  sensitive: value => value,
  nonsensitive: value => value,
  alltrue: items => list(items).every(isTrue),
  anytrue: items => list(items).some(isTrue),
  min: (...numbers) => Math.min(...numbers.map(Number)),
  max: (...numbers) => Math.max(...numbers.map(Number)),
  floor: number => Math.floor(Number(number)),
  ceil: number => Math.ceil(Number(number)),
  abs: number => Math.abs(Number(number)),
};
