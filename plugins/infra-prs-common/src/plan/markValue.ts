import { SecretTexts } from './SecretTexts';
import {
  BlankValue,
  MaskedValue,
  MAX_DEPTH,
  PlanObject,
  PlanValue,
} from './PlanValue';

/** Which parts of a value are sensitive or unknown: `true`, or a tree of the value's own shape. */
export interface Marks {
  readonly sensitive?: unknown;
  readonly unknown?: unknown;
  /** Texts that are sensitive wherever they stand. */
  readonly secrets?: SecretTexts;
}

/**
 * Names whose text is a secret although no provider says so: those of other vendors' providers, of environment
 * variables of containers, of state that was written before the provider knew better.
 */
const SECRET_NAME =
  /(^|[_\-.])(pass(word|wd|phrase)?|secret(_string|_key|_binary)?|token|api_?key|private_key|access_key|credentials?|connection_string|user_data(_base64)?)(_wo)?$/i;

/** A value with its marks, https://developer.hashicorp.com/terraform/internals/json-format#change-representation */
export function markValue(value: unknown, marks: Marks, depth = 0): PlanValue {
  const { sensitive, unknown } = marks;
  if (sensitive === true) {
    // Providers mark arguments as sensitive, also those that are not set.
    const isSet = (value ?? undefined) !== undefined || unknown === true;
    return isSet ? new MaskedValue(value) : undefined;
  }
  if (unknown === true) return BlankValue.unknown;
  if (depth > MAX_DEPTH) return BlankValue.tooDeep;
  if (Array.isArray(value) || Array.isArray(unknown)) {
    return markList(listOf(value), marks, depth);
  }
  if (isRecord(value) || isRecord(unknown)) {
    return markObject(value, marks, depth);
  }
  if (typeof value === 'string') {
    return marks.secrets?.has(value) ? new MaskedValue(value) : value;
  }
  return typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

/** Attributes of a resource with their marks; undefined for a resource that is not there. */
export function markObject(
  value: unknown,
  { sensitive, unknown, secrets }: Marks,
  depth = 0,
): PlanObject {
  if (sensitive === true) return new Map();
  const [own, secret, later] = [value, sensitive, unknown].map(entriesOf);
  const hiddenBy = nameOfPair(own);
  const marked = new Map<string, PlanValue>();
  for (const key of new Set([...own.keys(), ...later.keys()])) {
    const part = own.get(key);
    const named =
      typeof part === 'string' &&
      part !== '' &&
      (SECRET_NAME.test(key) || (key === 'value' && hiddenBy));
    marked.set(
      key,
      markValue(
        part,
        {
          sensitive: named || secret.get(key),
          unknown: later.get(key),
          secrets,
        },
        depth + 1,
      ),
    );
  }
  return marked;
}

/** Environment variables and the like come as pairs of name and value. */
function nameOfPair(entries: ReadonlyMap<string, unknown>): boolean {
  const name = entries.get('name') ?? entries.get('key');
  return typeof name === 'string' && SECRET_NAME.test(name);
}

function markList(
  value: readonly unknown[],
  { sensitive, unknown, secrets }: Marks,
  depth: number,
): readonly PlanValue[] {
  const [secret, later] = [listOf(sensitive), listOf(unknown)];
  const length = Math.max(value.length, later.length);
  return Array.from({ length }, (_, at) =>
    markValue(
      value[at],
      { sensitive: secret[at], unknown: later[at], secrets },
      depth + 1,
    ),
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return isRecord(value) ? new Map(Object.entries(Object(value))) : new Map();
}
