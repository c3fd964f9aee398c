import { ManifestError } from '../ManifestRenderer';
import { parseYaml } from '../parseManifests';
import { jsonPatch, jsonPatchSchema } from './jsonPatch';
import { isJsonObject, JsonObject, objectAt } from './JsonValue';
import { KustomizationPatch } from './kustomizationSchema';
import { strategicMerge } from './strategicMerge';

type Target = NonNullable<KustomizationPatch['target']>;

/** Applies one entry of `patches` to the objects it is meant for. */
export function patchObjects(
  objects: readonly JsonObject[],
  text: string,
  target: Target | undefined,
  file: string,
): readonly JsonObject[] {
  const [first, ...more] = parseYaml(text, file);
  if (Array.isArray(first)) {
    const parsed = jsonPatchSchema.safeParse(first);
    if (!parsed.success || !target) {
      throw new ManifestError(
        `${file}: a JSON patch needs a target and the operations add, replace, remove or test`,
      );
    }
    return patchTargets(objects, target, file, object =>
      jsonPatch(object, parsed.data),
    );
  }
  return [first, ...more].reduce<readonly JsonObject[]>((current, document) => {
    if (!isJsonObject(document)) {
      throw new ManifestError(`${file}: a patch must be an object or a list`);
    }
    return mergeDocument(current, document, target, file);
  }, objects);
}

function mergeDocument(
  objects: readonly JsonObject[],
  patch: JsonObject,
  target: Target | undefined,
  file: string,
): readonly JsonObject[] {
  const { metadata, ...rest } = patch;
  const named = objectAt({ metadata }, 'metadata') ?? {};
  const own = {
    kind: String(patch.kind ?? ''),
    name: String(named.name ?? ''),
  };
  if (patch.$patch === 'delete') {
    return objects.filter(object => !matches(object, target ?? own));
  }
  // The kind and name in a patch with a target are only placeholders.
  const { name: _name, namespace: _namespace, ...metadataRest } = named;
  const { apiVersion: _apiVersion, kind: _kind, ...fields } = rest;
  const content: JsonObject = target
    ? { ...fields, metadata: metadataRest }
    : patch;
  return patchTargets(objects, target ?? own, file, object =>
    strategicMerge(object, content),
  );
}

function patchTargets(
  objects: readonly JsonObject[],
  target: Target,
  file: string,
  change: (object: JsonObject) => JsonObject,
): readonly JsonObject[] {
  if (!objects.some(object => matches(object, target))) {
    throw new ManifestError(
      `${file}: no matches for patch target ${JSON.stringify(target)}`,
    );
  }
  return objects.map(object =>
    matches(object, target) ? change(object) : object,
  );
}

/** Kinds and names of a target are anchored regular expressions. */
function matches(object: JsonObject, target: Target): boolean {
  const apiVersion = String(object.apiVersion ?? '').split('/');
  const metadata = objectAt(object, 'metadata') ?? {};
  const fits = (pattern: string | undefined, actual: unknown) =>
    !pattern || new RegExp(`^(?:${pattern})$`).test(String(actual ?? ''));
  return (
    fits(target.kind, object.kind) &&
    fits(target.name, metadata.name) &&
    fits(target.namespace, metadata.namespace) &&
    fits(target.version, apiVersion.at(-1)) &&
    fits(target.group, apiVersion.length > 1 ? apiVersion[0] : '')
  );
}
