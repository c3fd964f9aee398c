import {
  EvaluationError,
  isList,
  isObject,
  sameValue,
  toText,
  Unknown,
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

/** Whether all are true, or with `wanted` false, none: one that is not decides, whatever else is unknown. */
function every(items: Value, wanted: boolean): boolean | undefined {
  const known = list(items).filter(item => !(item instanceof Unknown));
  if (known.some(item => isTrue(item) !== wanted)) return false;
  return known.length === list(items).length ? true : undefined;
}

function toNumber(value: Value): Value {
  if (value === null) return null;
  const number = value === '' ? NaN : Number(value);
  if (!Number.isNaN(number)) return number;
  throw new EvaluationError('Call to "tonumber": a number is required');
}

function toBool(value: Value): Value {
  if (value === null || typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new EvaluationError('Call to "tobool": a bool is required');
}

/** The one item of a list that has at most one. */
function one(items: Value): Value {
  const [first = null, ...more] = list(items);
  if (more.length === 0) return first;
  throw new EvaluationError('Call to "one": the list has several elements');
}

/** Counts round and round. */
function element(items: Value, at: Value): Value {
  const all = list(items);
  const found = all.at(Number(at) % Math.max(all.length, 1));
  if (found !== undefined) return found;
  throw new EvaluationError('Call to "element": the list is empty');
}

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
  tonumber: toNumber,
  tobool: toBool,
  one,
  element,
  merge: (...maps) =>
    Object.assign({}, ...maps.filter(map => map !== null).map(object)),
  concat: (...lists) => lists.flatMap(list),
  keys: map => Object.keys(object(map)).sort(),
  values: map =>
    Object.keys(object(map))
      .sort()
      .map(key => object(map)[key]),
  contains: (items, value) => list(items).some(item => sameValue(item, value)),
  compact: items => list(items).filter(item => item !== null && item !== ''),
  sort: sortText,
  reverse: items => [...list(items)].reverse(),
  slice: (items, from, to) => list(items).slice(Number(from), Number(to)),
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
  alltrue: items => every(items, true) ?? Unknown.value,
  anytrue: items => {
    const none = every(items, false);
    return none === undefined ? Unknown.value : !none;
  },
  min: (...numbers) => Math.min(...numbers.map(Number)),
  max: (...numbers) => Math.max(...numbers.map(Number)),
  floor: number => Math.floor(Number(number)),
  ceil: number => Math.ceil(Number(number)),
  abs: number => Math.abs(Number(number)),
};
