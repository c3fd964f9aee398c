import { ManifestPath } from '@slipway/infrastructure-code';
import { ErrorObject } from 'ajv';
import { z } from 'zod';
import { closestWord } from './closestWord';

/** What is wrong with one place of a manifest. */
export interface ManifestProblem {
  readonly id:
    | 'kubernetes-schema'
    | 'kubernetes-unknown-key'
    | 'kubernetes-empty';
  readonly path: ManifestPath;
  readonly message: string;
  readonly fix?: string;
}

/** In words what Ajv found, and what Ajv does not look for: keys without a value. */
export function manifestProblems(
  object: unknown,
  errors: readonly ErrorObject[],
): ManifestProblem[] {
  const empty = emptyValues(object, []);
  const isEmpty = (path: ManifestPath) =>
    empty.some(problem => problem.path.join('/') === path.join('/'));
  return [
    ...errors
      .map(toProblem)
      // That nothing is no list, say, is the same finding once more.
      .filter(({ path }) => !isEmpty(path)),
    ...empty,
  ];
}

const unknownKeySchema = z.object({
  params: z.object({ additionalProperty: z.string() }),
  parentSchema: z.object({ properties: z.record(z.string(), z.unknown()) }),
});
const allowedSchema = z.object({ allowedValues: z.array(z.string()) });

function toProblem(error: ErrorObject): ManifestProblem {
  const path = fromPointer(error.instancePath);
  const unknown = unknownKeySchema.safeParse(error);
  if (error.keyword === 'additionalProperties' && unknown.success) {
    const { params, parentSchema } = unknown.data;
    const key = params.additionalProperty;
    const meant = closestWord(key, Object.keys(parentSchema.properties));
    return {
      id: 'kubernetes-unknown-key',
      path: [...path, key],
      message: `'${key}' is no key of ${path.join('.') || 'it'}`,
      fix: meant
        ? `Write '${meant}'.`
        : 'Remove it, or put it where it belongs.',
    };
  }
  const allowed = allowedSchema.safeParse(error.params);
  return {
    id: 'kubernetes-schema',
    path,
    message: allowed.success
      ? `must be one of ${allowed.data.allowedValues.join(', ')}`
      : error.message ?? 'is not what the schema asks for',
  };
}

/** Keys with nothing behind them: mostly a list whose entries are gone. */
function emptyValues(value: unknown, path: ManifestPath): ManifestProblem[] {
  if (value === null) {
    const message = `'${path.at(-1)}' has no value`;
    const fix = 'Give it a value, or remove the key.';
    return [{ id: 'kubernetes-empty', path, message, fix }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => emptyValues(item, [...path, index]));
  }
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) =>
    emptyValues(item, [...path, key]),
  );
}

/** https://www.rfc-editor.org/rfc/rfc6901 */
function fromPointer(pointer: string): ManifestPath {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
