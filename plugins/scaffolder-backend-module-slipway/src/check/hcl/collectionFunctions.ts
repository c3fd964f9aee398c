import type { HclFunction } from './callFunction';
import { equals, HclValue, isList, isRecord, UNKNOWN } from './HclValue';

const whole: HclFunction = value => value;

/** Functions over lists and maps. */
export const collectionFunctions: {
  /** All arguments are known. */
  readonly known: Readonly<Record<string, HclFunction>>;
  /** Arguments may hold unknown parts, and be unknown. */
  readonly structural: Readonly<Record<string, HclFunction>>;
} = {
  known: {
    contains: (list, value = null) =>
      isList(list ?? null) &&
      asList(list).some(item => equals(item, value) === true),
    distinct: list => unique(asList(list)),
    toset: list => unique(asList(list)),
    sort: list => asList(list).map(String).sort(),
    compact: list => asList(list).filter(item => item !== null && item !== ''),
    setsubtract: (list, without) =>
      asList(list).filter(
        item => !asList(without).some(other => equals(item, other) === true),
      ),
    range: (from, to) => {
      const [start, end] =
        to === undefined ? [0, Number(from)] : [Number(from), Number(to)];
      return Array.from(
        { length: Math.min(Math.max(end - start, 0), 1_000) },
        (_, index) => start + index,
      );
    },
  },
  structural: {
    tolist: whole,
    tomap: whole,
    sensitive: whole,
    nonsensitive: whole,
    alltrue: list => every(list, true),
    anytrue: list => {
      const not = every(list, false);
      return typeof not === 'boolean' ? !not : UNKNOWN;
    },
    coalesce: (...values) =>
      values.find(value => value !== null && value !== '') ?? undefined,
    concat: (...lists) =>
      lists.every(isList) ? lists.flatMap(asList) : UNKNOWN,
    flatten: list => (isList(list ?? null) ? flatten(asList(list)) : UNKNOWN),
    element: (list, index) =>
      isList(list ?? null) && index !== UNKNOWN
        ? asList(list).at(Number(index) % Math.max(asList(list).length, 1))
        : UNKNOWN,
    one: list => (isList(list ?? null) ? asList(list)[0] ?? null : UNKNOWN),
    keys: map =>
      isRecord(map ?? null) ? Object.keys(map ?? {}).sort() : UNKNOWN,
    values: (map = UNKNOWN) => valuesByKey(map),
    length: (value = UNKNOWN) => sizeOf(value),
    lookup: (map = UNKNOWN, key = UNKNOWN, fallback = UNKNOWN) => {
      if (!isRecord(map) || key === UNKNOWN) return UNKNOWN;
      return Object.hasOwn(map, String(key)) ? map[String(key)] : fallback;
    },
    merge: (...maps) =>
      maps.every(map => isRecord(map) || map === null)
        ? Object.assign({}, ...maps)
        : UNKNOWN,
    zipmap: (keys, values) =>
      Object.fromEntries(
        asList(keys).map((key, index) => [
          String(key),
          asList(values)[index] ?? UNKNOWN,
        ]),
      ),
  },
};

function asList(value: HclValue | undefined): readonly HclValue[] {
  return value !== undefined && isList(value) ? value : [];
}

function unique(list: readonly HclValue[]): HclValue[] {
  return list.filter(
    (item, index) =>
      list.findIndex(other => equals(item, other) === true) === index,
  );
}

/** Whether all are `wanted`; one that is not decides, whatever else is unknown. */
function every(list: HclValue | undefined, wanted: boolean): HclValue {
  if (list === undefined || !isList(list)) return UNKNOWN;
  if (list.some(item => item !== UNKNOWN && item !== wanted)) return false;
  return list.includes(UNKNOWN) ? UNKNOWN : true;
}

function flatten(list: readonly HclValue[]): HclValue[] {
  return list.flatMap(item => (isList(item) ? flatten(item) : [item]));
}

function valuesByKey(map: HclValue): HclValue {
  if (!isRecord(map)) return UNKNOWN;
  return Object.keys(map)
    .sort()
    .map(key => map[key] ?? null);
}

function sizeOf(value: HclValue): HclValue {
  if (isList(value)) return value.length;
  if (isRecord(value)) return Object.keys(value).length;
  return typeof value === 'string' ? [...value].length : UNKNOWN;
}
