import { evaluate } from './evaluate';
import { Expression } from './Expression';
import { HclRecord, HclValue, isList, isRecord, UNKNOWN } from './HclValue';

/** A value brought to a type, with what does not fit. */
export interface Conformed {
  readonly value: HclValue;
  /** `tags.owner must be a string` */
  readonly problems: readonly string[];
}

const NO_SCOPE = { resolve: () => undefined, readFile: () => undefined };
const PRIMITIVES: Readonly<Record<string, (value: HclValue) => boolean>> = {
  string: value => ['string', 'number', 'boolean'].includes(typeof value),
  number: value =>
    typeof value === 'number' ||
    (typeof value === 'string' && value !== '' && !Number.isNaN(Number(value))),
  bool: value =>
    typeof value === 'boolean' || value === 'true' || value === 'false',
};

/**
 * Brings a value to a type constraint, filling in what `optional(type, default)` gives.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function conform(
  type: Expression | undefined,
  value: HclValue,
  path: string,
): Conformed {
  if (!type || value === UNKNOWN || value === null) return fits(value);
  if (type.kind === 'name') {
    const accepts = Object.hasOwn(PRIMITIVES, type.name)
      ? PRIMITIVES[type.name]
      : undefined;
    return !accepts || accepts(value)
      ? fits(value)
      : { value, problems: [`${path} must be a ${type.name}`] };
  }
  if (type.kind !== 'call') return fits(value);
  const [inner] = type.args;
  switch (type.name) {
    case 'list':
    case 'set':
      return isList(value)
        ? conformItems(inner, value, path)
        : { value, problems: [`${path} must be a ${type.name}`] };
    case 'map':
      return isRecord(value)
        ? conformKeys(
            Object.keys(value).map(key => [key, inner]),
            value,
            path,
          )
        : { value, problems: [`${path} must be a map`] };
    case 'object':
      return inner?.kind === 'object' && isRecord(value)
        ? conformKeys(attributesOf(inner), value, path)
        : { value, problems: [`${path} must be an object`] };
    default:
      return fits(value);
  }
}

function fits(value: HclValue): Conformed {
  return { value, problems: [] };
}

function conformItems(
  type: Expression | undefined,
  list: readonly HclValue[],
  path: string,
): Conformed {
  const items = list.map((item, index) =>
    conform(type, item, `${path}[${index}]`),
  );
  return {
    value: items.map(({ value }) => value),
    problems: items.flatMap(({ problems }) => problems),
  };
}

function attributesOf(
  type: Extract<Expression, { kind: 'object' }>,
): (readonly [string, Expression])[] {
  return type.items.map(({ key, value }) => [
    key.kind === 'literal' ? String(key.value) : '',
    value,
  ]);
}

function conformKeys(
  types: ReadonlyArray<readonly [string, Expression | undefined]>,
  record: HclRecord,
  path: string,
): Conformed {
  const entries = types.map(([name, type]): Conformed & { name: string } => {
    const optional =
      type?.kind === 'call' && type.name === 'optional' ? type : undefined;
    const given = Object.hasOwn(record, name) ? record[name] : undefined;
    if (given === undefined || (given === null && optional)) {
      const [, fallback] = optional?.args ?? [];
      return {
        name,
        value: fallback ? evaluate(fallback, NO_SCOPE) : null,
        problems: optional ? [] : [`${path}.${name} is missing`],
      };
    }
    const inner = optional ? optional.args[0] : type;
    return { name, ...conform(inner, given, `${path}.${name}`) };
  });
  return {
    value: Object.fromEntries(entries.map(({ name, value }) => [name, value])),
    problems: entries.flatMap(({ problems }) => problems),
  };
}
