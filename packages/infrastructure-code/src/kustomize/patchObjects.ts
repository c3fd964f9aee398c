import { BuiltObject } from './BuiltObject';
import { BuildContext } from './BuildContext';
import { jsonPatch, jsonPatchSchema } from './jsonPatch';
import { isJsonObject, JsonObject, objectAt } from './JsonValue';
import { PatchTarget } from './kustomizationSchema';
import { strategicMerge } from './strategicMerge';
import { targetPattern } from './targetPattern';
import { readDocuments } from './YamlManifest';

type Objects = readonly BuiltObject[];

/** Applies one entry of `patches` to the objects it is meant for. */
export function patchObjects(
  objects: Objects,
  { text, file }: { readonly text: string; readonly file: string },
  target: PatchTarget | undefined,
  context: BuildContext,
): Objects {
  const documents = readDocuments(text, file, context);
  return documents.reduce<Objects>(
    (current, { value }) =>
      context.attempt(
        () => applyDocument(current, value, target, { file, context }),
        current,
      ),
    objects,
  );
}

function applyDocument(
  objects: Objects,
  value: unknown,
  target: PatchTarget | undefined,
  place: { readonly file: string; readonly context: BuildContext },
): Objects {
  const { file, context } = place;
  if (Array.isArray(value)) {
    const parsed = jsonPatchSchema.safeParse(value);
    if (parsed.success && target) {
      return patchTargets(objects, { target, file, context }, object =>
        jsonPatch(object, parsed.data),
      );
    }
    context.refuse(
      `${file}: a JSON patch needs a target and the operations of RFC 6902`,
    );
    return objects;
  }
  if (isJsonObject(value)) return mergeDocument(objects, value, target, place);
  context.refuse(`${file}: a patch must be an object or a list`);
  return objects;
}

function mergeDocument(
  objects: Objects,
  patch: JsonObject,
  target: PatchTarget | undefined,
  place: { readonly file: string; readonly context: BuildContext },
): Objects {
  const { metadata, ...rest } = patch;
  const named = objectAt({ metadata }, 'metadata') ?? {};
  const own = {
    kind: String(patch.kind ?? ''),
    name: String(named.name ?? ''),
  };
  if (patch.$patch === 'delete') {
    return objects.filter(({ value }) => !matches(value, target ?? own));
  }
  // The kind and name in a patch with a target are only placeholders.
  const { name: _name, namespace: _namespace, ...metadataRest } = named;
  const { apiVersion: _apiVersion, kind: _kind, ...fields } = rest;
  const content: JsonObject = target
    ? { ...fields, metadata: metadataRest }
    : patch;
  return patchTargets(objects, { ...place, target: target ?? own }, object =>
    strategicMerge(object, content),
  );
}

function patchTargets(
  objects: Objects,
  place: {
    readonly target: PatchTarget;
    readonly file: string;
    readonly context: BuildContext;
  },
  change: (object: JsonObject) => JsonObject,
): Objects {
  const { target, file, context } = place;
  if (!objects.some(({ value }) => matches(value, target))) {
    context.refuse(
      `${file}: no matches for patch target ${JSON.stringify(target)}`,
    );
  }
  return objects.map(object =>
    matches(object.value, target)
      ? {
          ...object,
          value: context.attempt(() => change(object.value), object.value),
        }
      : object,
  );
}

/** Kinds and names of a target are anchored regular expressions. */
function matches(object: JsonObject, target: PatchTarget): boolean {
  const apiVersion = String(object.apiVersion ?? '').split('/');
  const metadata = objectAt(object, 'metadata') ?? {};
  const fits = (pattern: string | undefined, actual: unknown) =>
    !pattern || targetPattern(pattern).test(String(actual ?? ''));
  return (
    fits(target.kind, object.kind) &&
    fits(target.name, metadata.name) &&
    fits(target.namespace, metadata.namespace) &&
    fits(target.version, apiVersion.at(-1)) &&
    fits(target.group, apiVersion.length > 1 ? apiVersion[0] : '')
  );
}
