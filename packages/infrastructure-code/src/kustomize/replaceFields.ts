import { BuildObject, idsOf } from './BuildObject';
import { isJsonObject, JsonValue, objectAt } from './JsonValue';
import { labelSelector } from './labelSelector';
import { ManifestError } from './ManifestError';
import { effectiveNamespace, ObjectId } from './ObjectId';
import { PatchTarget } from './patchSchema';
import { copyTo, splitFieldPath, valueAt } from './replacementPath';
import { ReplacedObject, Replacement } from './replacementSchema';

type Objects = readonly BuildObject[];

const NAME = 'metadata.name';

/**
 * Copies a value of one object into fields of others.
 *
 * @throws ManifestError where the source is not exactly one, or a field is not there.
 */
export function replaceFields(
  objects: Objects,
  { source, targets }: Replacement,
): Objects {
  const value = sourceValue(objects, source);
  return targets.reduce<Objects>((current, target) => {
    const paths = target.fieldPaths ?? [NAME];
    return current.map(object =>
      isTarget(object, target)
        ? paths.reduce(
            (changed, path) => ({
              ...changed,
              value: copyTo(changed.value, {
                value,
                path,
                options: target.options ?? {},
              }),
            }),
            object,
          )
        : object,
    );
  }, objects);
}

function sourceValue(
  objects: Objects,
  source: Replacement['source'],
): JsonValue {
  const found = objects.filter(object => isMeant(object, source));
  const { fieldPath = NAME, options, ...about } = source;
  const what = JSON.stringify(about);
  if (found.length !== 1) {
    throw new ManifestError(
      `replacement: ${found.length} objects match its source ${what}`,
    );
  }
  const value = valueAt(found[0].value, splitFieldPath(fieldPath));
  if (value === undefined || value === null) {
    throw new ManifestError(
      `replacement: the source ${what} has no ${fieldPath}`,
    );
  }
  const delimiter = options?.delimiter;
  if (!delimiter) return value;
  if (isJsonObject(value) || Array.isArray(value)) {
    throw new ManifestError(
      `replacement: ${fieldPath} is no text: it cannot be split`,
    );
  }
  const part = String(value).split(delimiter)[options.index ?? 0];
  if (part === undefined) {
    throw new ManifestError(
      `replacement: ${fieldPath} has no part ${options.index}`,
    );
  }
  return part;
}

const isEmpty = (selector: object) =>
  Object.values(selector).every(value => !value);

function isTarget(
  object: BuildObject,
  { select, reject }: Replacement['targets'][number],
): boolean {
  return (
    isMeant(object, select) &&
    !reject?.some(each => !isEmpty(each) && isMeant(object, each))
  );
}

function isMeant(
  object: BuildObject,
  selector: ReplacedObject & PatchTarget,
): boolean {
  const { labelSelector: labels, annotationSelector: annotations } = selector;
  const metadata = objectAt(object.value, 'metadata');
  return (
    idsOf(object).some(id => isNamed(id, selector)) &&
    (!labels || labelSelector(labels)(objectAt(metadata, 'labels') ?? {})) &&
    (!annotations ||
      labelSelector(annotations)(objectAt(metadata, 'annotations') ?? {}))
  );
}

function isNamed(id: ObjectId, selector: ReplacedObject): boolean {
  const { group, version, kind, name, namespace } = selector;
  return (
    (!group || group === id.group) &&
    (!version || version === id.version) &&
    (!kind || kind === id.kind) &&
    (!name || name === id.name) &&
    (!namespace ||
      effectiveNamespace({ ...id, namespace }) === effectiveNamespace(id))
  );
}
