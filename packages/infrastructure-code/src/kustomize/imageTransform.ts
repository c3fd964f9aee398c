import { isJsonObject, JsonObject, JsonValue } from './JsonValue';
import { Kustomization } from './kustomizationSchema';

type ImageEntry = Kustomization['images'][number];

/** Sets the images of containers, wherever an object has containers. */
export function withImages(
  object: JsonObject,
  images: readonly ImageEntry[],
): JsonObject {
  if (object.kind === 'CustomResourceDefinition') return object;
  return images.reduce<JsonObject>((current, entry) => {
    const visited = visit(current, false, image => imageOf(image, entry));
    return isJsonObject(visited) ? visited : current;
  }, object);
}

function visit(
  value: JsonValue,
  inContainer: boolean,
  rename: (image: string) => string,
): JsonValue {
  if (Array.isArray(value)) {
    return value.map(item => visit(item, inContainer, rename));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      inContainer && key === 'image' && typeof item === 'string'
        ? rename(item)
        : visit(item, key === 'containers' || key === 'initContainers', rename),
    ]),
  );
}

function imageOf(image: string, entry: ImageEntry): string {
  const [, name = image, tag = '', digest = ''] =
    /^(.*?)(:[^:/@]+)?(@.+)?$/.exec(image) ?? [];
  if (name !== entry.name) return image;
  return `${entry.newName || name}${versionOf({ tag, digest }, entry)}`;
}

function versionOf(
  { tag, digest }: { readonly tag: string; readonly digest: string },
  entry: ImageEntry,
): string {
  if (entry.digest) {
    const kept = entry.newTag ? `:${entry.newTag}` : '';
    return `${kept}@${entry.digest}`;
  }
  return entry.newTag ? `:${entry.newTag}` : `${tag}${digest}`;
}
