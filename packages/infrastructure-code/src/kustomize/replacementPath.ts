import { isJsonObject, JsonObject, JsonValue } from './JsonValue';
import { ManifestError } from './ManifestError';
import { ReplacementOptions } from './replacementSchema';

/** Names of a path such as `spec.containers.[name=web].image`; dots in brackets or behind `\` belong to a name. */
export function splitFieldPath(path: string): readonly string[] {
  const parts = path.match(/(?:\\.|\[[^\]]*\]|[^.[\\])+/g) ?? [];
  return parts.map(part => part.replace(/\\(.)/g, '$1'));
}

/** What is at a path; undefined where it leads nowhere. */
export function valueAt(
  value: JsonValue | undefined,
  path: readonly string[],
): JsonValue | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const key = keyIn(value, name);
  if (key === undefined || value === null || typeof value !== 'object') {
    return undefined;
  }
  const next = Array.isArray(value) ? value[Number(key)] : value[key];
  return valueAt(next, rest);
}

interface Copy {
  readonly value: JsonValue;
  readonly path: string;
  readonly options: ReplacementOptions;
}

/** Deeper than any real path. */
const MAX_NAMES = 60;

class FieldCopy {
  /** Fields that were set. */
  count = 0;

  constructor(private readonly copy: Copy) {
    if (splitFieldPath(copy.path).length > MAX_NAMES) {
      throw new ManifestError('replacement: a path is too long');
    }
  }

  into(value: JsonValue | undefined, path: readonly string[]): JsonValue {
    const [name, ...rest] = path;
    if (name === undefined) return this.#set(value);
    if (name === '*') return this.#intoAll(value, rest);
    const known = keyIn(value, name);
    const isCreated = known === undefined && this.copy.options.create === true;
    const key = isCreated ? newKeyIn(value, name) : known;
    if (key === undefined) return value ?? null;
    if (Array.isArray(value)) {
      const items = [...value];
      const at = Number(key);
      items[at] = this.into(items[at] ?? newItem(name), rest);
      return items;
    }
    if (value !== undefined && value !== null && !isJsonObject(value)) {
      return value;
    }
    const own = isJsonObject(value) ? value : {};
    const before = this.count;
    const next = this.into(own[key], rest);
    return this.count > before ? { ...own, [key]: next } : value ?? null;
  }

  #intoAll(value: JsonValue | undefined, rest: readonly string[]): JsonValue {
    if (Array.isArray(value)) return value.map(item => this.into(item, rest));
    if (!isJsonObject(value)) return value ?? null;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, this.into(item, rest)]),
    );
  }

  #set(current: JsonValue | undefined): JsonValue {
    this.count += 1;
    const { value, options } = this.copy;
    if (!options.delimiter) return likeBefore(current, value);
    if (isJsonObject(current) || Array.isArray(current)) {
      throw new ManifestError(
        `replacement: '${this.copy.path}' is no text: it cannot be split`,
      );
    }
    const parts = String(current ?? '').split(options.delimiter);
    const index = options.index ?? 0;
    if (index < 0) parts.unshift(String(value));
    else parts[Math.min(index, parts.length)] = String(value);
    return likeBefore(current, parts.join(options.delimiter));
  }
}

/** @throws ManifestError where the field is not there, unless it may be made. */
export function copyTo(object: JsonObject, copy: Copy): JsonObject {
  const copied = new FieldCopy(copy);
  const changed = copied.into(object, splitFieldPath(copy.path));
  if (copied.count === 0) {
    throw new ManifestError(
      `replacement: the target has no field '${copy.path}'`,
    );
  }
  return isJsonObject(changed) ? changed : object;
}

/** Numbers stay numbers and text stays text, whatever comes. */
function likeBefore(
  current: JsonValue | undefined,
  value: JsonValue,
): JsonValue {
  if (typeof value === 'object' || current === undefined || current === null) {
    return value;
  }
  if (typeof current === 'string') return String(value);
  if (typeof current === 'number' && /^-?\d+(\.\d+)?$/.test(String(value))) {
    return Number(value);
  }
  return value;
}

/** Name or index that a part of a path means: a name, an index, `[key=value]`, or `[name with.dots]`. */
function keyIn(value: JsonValue | undefined, part: string): string | undefined {
  if (Array.isArray(value)) {
    const [, key, wanted] = /^\[([^=\]]+)=(.*)\]$/.exec(part) ?? [];
    const at =
      key === undefined
        ? indexOf(part, value.length)
        : value.findIndex(
            item => isJsonObject(item) && String(item[key]) === wanted,
          );
    return at >= 0 && at < value.length ? String(at) : undefined;
  }
  const name = part.replace(/^\[([^=]*)\]$/, '$1');
  return isJsonObject(value) && Object.hasOwn(value, name) ? name : undefined;
}

function indexOf(part: string, length: number): number {
  if (part === '-') return length - 1;
  return /^\d+$/.test(part) ? Number(part) : -1;
}

function newKeyIn(
  value: JsonValue | undefined,
  part: string,
): string | undefined {
  if (Array.isArray(value)) {
    return part === '-' || /^\[[^=\]]+=.*\]$/.test(part)
      ? String(value.length)
      : undefined;
  }
  return part.replace(/^\[([^=]*)\]$/, '$1');
}

/** An item that is made for `[name=web]` is called so. */
function newItem(part: string): JsonValue {
  const [, key, wanted] = /^\[([^=\]]+)=(.*)\]$/.exec(part) ?? [];
  return key === undefined ? {} : { [key]: wanted };
}
