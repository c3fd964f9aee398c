import { evaluate } from '../hcl/evaluate';
import { Expression } from '../hcl/Expression';
import { EMPTY_SCOPE } from '../hcl/Scope';
import { isList, isObject, Unknown, Value, ValueObject } from '../hcl/Value';

/** What does not fit a type. */
export interface TypeProblem {
  /** `tags.owner` */
  readonly path: string;
  /** `a string`; undefined for an attribute that is missing. */
  readonly wanted?: string;
}

/** A value brought to a type, with what does not fit. */
export interface Conformed {
  readonly value: Value;
  readonly problems: readonly TypeProblem[];
}

/**
 * Brings a value to a type constraint, filling in what `optional(type, default)` gives. Attributes that the type does
 * not name are dropped, as Terraform does.
 *
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function conform(
  type: Expression | undefined,
  value: Value,
  path: string,
): Conformed {
  if (!type || value === null || value instanceof Unknown) return fits(value);
  if (type.kind === 'name') return primitive(type.name, value, path);
  if (type.kind !== 'call') return fits(value);
  const [inner] = type.args;
  switch (type.name) {
    case 'list':
    case 'set':
      return isList(value)
        ? conformItems(inner, value, path)
        : refuse(value, path, `a ${type.name}`);
    case 'map':
      return isObject(value)
        ? conformMap(inner, value, path)
        : refuse(value, path, 'a map');
    case 'object':
      return inner?.kind === 'object' && isObject(value)
        ? conformAttributes(inner, value, path)
        : refuse(value, path, 'an object');
    default:
      return fits(value);
  }
}

function fits(value: Value): Conformed {
  return { value, problems: [] };
}

function refuse(value: Value, path: string, wanted: string): Conformed {
  return { value, problems: [{ path, wanted }] };
}

function primitive(type: string, value: Value, path: string): Conformed {
  if (type === 'string') {
    return typeof value === 'object'
      ? refuse(value, path, 'a string')
      : fits(String(value));
  }
  if (type === 'number') {
    const number = typeof value === 'string' && value ? Number(value) : value;
    return typeof number === 'number' && !Number.isNaN(number)
      ? fits(number)
      : refuse(value, path, 'a number');
  }
  if (type !== 'bool') return fits(value);
  const text = String(value);
  return text === 'true' || text === 'false'
    ? fits(text === 'true')
    : refuse(value, path, 'a bool');
}

function conformItems(
  type: Expression | undefined,
  list: readonly Value[],
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

function conformMap(
  type: Expression | undefined,
  map: ValueObject,
  path: string,
): Conformed {
  return joined(
    Object.entries(map).map(([key, item]) => [
      key,
      conform(type, item, `${path}.${key}`),
    ]),
  );
}

function conformAttributes(
  { items }: Extract<Expression, { kind: 'object' }>,
  object: ValueObject,
  path: string,
): Conformed {
  return joined(
    items.map(({ key, value: type }) => {
      const name = String(evaluate(key, EMPTY_SCOPE));
      return [name, conformAttribute(type, object, { name, path })] as const;
    }),
  );
}

function conformAttribute(
  type: Expression,
  object: ValueObject,
  { name, path }: { readonly name: string; readonly path: string },
): Conformed {
  const optional = type.kind === 'call' && type.name === 'optional';
  const [of, fallback] = optional ? type.args : [type];
  const at = `${path}.${name}`;
  const given = Object.hasOwn(object, name) ? object[name] : undefined;
  if (given === undefined && !optional) {
    return { value: null, problems: [{ path: at }] };
  }
  const standard = fallback ? evaluate(fallback, EMPTY_SCOPE) : null;
  return conform(of, given ?? standard, at);
}

function joined(
  entries: ReadonlyArray<readonly [string, Conformed]>,
): Conformed {
  return {
    value: Object.fromEntries(entries.map(([key, { value }]) => [key, value])),
    problems: entries.flatMap(([, { problems }]) => problems),
  };
}
