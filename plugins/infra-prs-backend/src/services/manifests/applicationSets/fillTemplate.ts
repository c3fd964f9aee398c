import {
  isJsonObject,
  JsonValue,
  ManifestError,
} from '@slipway/infrastructure-code';
import { Parameters } from './Parameters';

/**
 * Fills names and values into all texts of a template.
 *
 * @param isGo - Go's templates, of which only names, `index` and a few functions are known here
 * @throws ManifestError for what is not known.
 */
export function fillTemplate(
  value: JsonValue,
  parameters: Parameters,
  isGo: boolean,
): JsonValue {
  const fill = (text: string) =>
    text.replace(/\{\{(.*?)\}\}/gs, (whole, inside: string) =>
      isGo
        ? goValue(inside.trim(), parameters)
        : plainValue(inside.trim(), parameters) ?? whole,
    );
  const visit = (part: JsonValue): JsonValue => {
    if (typeof part === 'string') return fill(part);
    if (Array.isArray(part)) return part.map(visit);
    if (!isJsonObject(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [fill(key), visit(inner)]),
    );
  };
  return visit(value);
}

/** `path`, `path.basename`, `path[1]`, or a name with its dots. Others are left as they are, as Argo CD does. */
function plainValue(name: string, parameters: Parameters): string | undefined {
  if (name === 'path') return textAt(parameters, ['path', 'path']);
  const [, index] = /^path\[(\d+)\]$/.exec(name) ?? [];
  return index === undefined
    ? textAt(parameters, name.split('.')) ?? textAt(parameters, [name])
    : textAt(parameters, ['path', 'segments', index]);
}

const INDEX = /^index \.([\w.]+) (\d+)$/;
const FUNCTIONS = new Map<string, (text: string) => string>([
  ['normalize', text => text.toLowerCase().replace(/[^-a-z0-9.]/g, '-')],
  ['lower', text => text.toLowerCase()],
  ['toLower', text => text.toLowerCase()],
  ['upper', text => text.toUpperCase()],
  ['quote', text => JSON.stringify(text)],
]);

function goValue(inside: string, parameters: Parameters): string {
  const [source, ...functions] = inside
    .replace(/^-|-$/g, '')
    .split('|')
    .map(part => part.trim());
  const [, path, index] = INDEX.exec(source) ?? [];
  const names =
    path === undefined
      ? /^\.([\w.-]+)$/.exec(source)?.[1].split('.')
      : [...path.split('.'), index];
  const value = names && textAt(parameters, names);
  if (value === undefined) {
    throw new ManifestError(`'{{ ${inside.slice(0, 80)} }}' is not known here`);
  }
  return functions.reduce((text, name) => {
    const apply = FUNCTIONS.get(name);
    if (apply) return apply(text);
    throw new ManifestError(
      `the function '${name.slice(0, 40)}' is not known here`,
    );
  }, value);
}

function textAt(
  parameters: Parameters,
  names: readonly string[],
): string | undefined {
  const found = names.reduce<unknown>(
    (current, name) =>
      typeof current === 'object' &&
      current !== null &&
      Object.hasOwn(current, name)
        ? Reflect.get(current, name)
        : undefined,
    parameters,
  );
  return ['string', 'number', 'boolean'].includes(typeof found)
    ? String(found)
    : undefined;
}
