import { BuildContext } from './BuildContext';
import { BuildObject, isKnownAs, remembering } from './BuildObject';
import { jsonPatch, jsonPatchSchema } from './jsonPatch';
import { isJsonObject, JsonObject, objectAt } from './JsonValue';
import { mergeKeysOf } from './mergeKeys';
import { idOf } from './ObjectId';
import { KustomizationPatch } from './patchSchema';
import { isSelected } from './selectObjects';
import { strategicMerge } from './strategicMerge';
import { readDocuments } from './YamlManifest';

type Objects = readonly BuildObject[];
type Rules = Pick<KustomizationPatch, 'target' | 'options'>;

interface Place {
  readonly file: string;
  readonly context: BuildContext;
}

/** Applies one entry of `patches` to the objects it is meant for. */
export function patchObjects(
  objects: Objects,
  { text, file }: { readonly text: string; readonly file: string },
  rules: Rules,
  context: BuildContext,
): Objects {
  return readDocuments(text, file, context).reduce<Objects>(
    (current, { value }) =>
      context.attempt(
        () => applyDocument(current, value, rules, { file, context }),
        current,
      ),
    objects,
  );
}

function applyDocument(
  objects: Objects,
  value: unknown,
  rules: Rules,
  place: Place,
): Objects {
  const { file, context } = place;
  if (Array.isArray(value)) {
    const { target } = rules;
    const parsed = jsonPatchSchema.safeParse(value);
    if (parsed.success && target) {
      return change(
        objects,
        place,
        object => isSelected(object, target),
        object => remembering(object, jsonPatch(object.value, parsed.data)),
      );
    }
    context.refuse(
      `${file}: a JSON patch needs a target and the operations of RFC 6902`,
    );
    return objects;
  }
  if (isJsonObject(value)) return mergeDocument(objects, value, rules, place);
  context.refuse(`${file}: a patch must be an object or a list`);
  return objects;
}

function mergeDocument(
  objects: Objects,
  patch: JsonObject,
  { target, options }: Rules,
  place: Place,
): Objects {
  const id = idOf(patch);
  const isMeant = (object: BuildObject) =>
    target ? isSelected(object, target) : isKnownAs(object, id);
  if (!id.kind || !id.name) {
    place.context.refuse(`${place.file}: a patch needs a kind and a name`);
    return objects;
  }
  // A target may mean nothing; a patch that names its object has to find it.
  if (!target && objects.filter(isMeant).length !== 1) {
    const few = objects.some(isMeant) ? 'more than one match' : 'no matches';
    place.context.refuse(
      `${place.file}: ${few} for patch target ${id.kind} '${id.name}'`,
    );
  }
  if (patch.$patch === 'delete') {
    return objects.filter(object => !isMeant(object));
  }
  return change(objects, place, isMeant, object =>
    merged(object, patch, options ?? {}),
  );
}

/** Names and kinds of a patch are those of what it is meant for, unless it may change them. */
function merged(
  object: BuildObject,
  patch: JsonObject,
  { allowNameChange, allowKindChange }: NonNullable<Rules['options']>,
): BuildObject {
  const { value } = object;
  const own = objectAt(value, 'metadata') ?? {};
  const next = strategicMerge(value, patch, mergeKeysOf(idOf(value)));
  const { namespace: _namespace, ...metadata } =
    objectAt(next, 'metadata') ?? {};
  const changed: JsonObject = {
    ...next,
    kind: allowKindChange ? next.kind : value.kind,
    apiVersion: allowKindChange ? next.apiVersion : value.apiVersion,
    metadata: {
      ...metadata,
      name: allowNameChange ? metadata.name : own.name,
      ...(own.namespace !== undefined && { namespace: own.namespace }),
    },
  };
  return allowNameChange || allowKindChange
    ? remembering(object, changed)
    : { ...object, value: changed };
}

function change(
  objects: Objects,
  { context }: Place,
  isMeant: (object: BuildObject) => boolean,
  apply: (object: BuildObject) => BuildObject,
): Objects {
  return objects.map(object =>
    isMeant(object) ? context.attempt(() => apply(object), object) : object,
  );
}
