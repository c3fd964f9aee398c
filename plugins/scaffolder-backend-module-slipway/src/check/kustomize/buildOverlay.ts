import { posix } from 'node:path';
import { FileSource } from '../FileSource';
import {
  jsonPatchSchema,
  Kustomization,
  kustomizationSchema,
} from '../kubernetes/kustomizationSchema';
import { parseYamlManifests } from '../kubernetes/YamlManifest';
import { applyJsonPatch } from './applyJsonPatch';
import { setImages, setReplicas } from './imagesAndReplicas';
import { isJsonRecord, JsonRecord, mergePatch } from './mergePatch';

/** An object as an overlay makes it, with the file that it first stands in. */
export interface BuiltObject {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly value: JsonRecord;
}

const KUSTOMIZATION = 'kustomization.yaml';
const MAX_DEPTH = 10;

/**
 * What Kustomize makes of a folder, as far as policies and prices look: resources, components, patches, images and
 * replicas. What it does not know it leaves as it is; names, labels and generators are not looked at.
 */
export async function buildOverlay(
  folder: string,
  source: FileSource,
  given: readonly BuiltObject[] = [],
  depth = 0,
): Promise<readonly BuiltObject[]> {
  const text = await source.read(posix.join(folder, KUSTOMIZATION));
  const [manifest] = parseYamlManifests(text ?? '');
  const parsed = kustomizationSchema.safeParse(manifest?.value);
  // What is wrong with the file is reported by its own check.
  if (!parsed.success || depth > MAX_DEPTH) return given;
  const { resources, components } = parsed.data;
  let objects = given;
  for (const reference of resources) {
    const path = posix.join(folder, reference);
    objects = [...objects, ...(await readResource(path, source, depth))];
  }
  for (const reference of components) {
    const path = posix.join(folder, reference);
    objects = await buildOverlay(path, source, objects, depth + 1);
  }
  objects = await patchObjects(objects, parsed.data, { folder, source });
  return objects.map(object => ({
    ...object,
    value: setReplicas(setImages(object.value, parsed.data), parsed.data),
  }));
}

async function readResource(
  path: string,
  source: FileSource,
  depth: number,
): Promise<readonly BuiltObject[]> {
  if (!/\.ya?ml$/.test(path)) return buildOverlay(path, source, [], depth + 1);
  return readObjects(path, (await source.read(path)) ?? '');
}

/** Objects of one file. */
export function readObjects(file: string, text: string): BuiltObject[] {
  return parseYamlManifests(text).flatMap(({ value, lineOf }) =>
    isJsonRecord(value) ? [{ file, line: lineOf([]), value }] : [],
  );
}

async function patchObjects(
  objects: readonly BuiltObject[],
  { patches }: Kustomization,
  { folder, source }: { folder: string; source: FileSource },
): Promise<readonly BuiltObject[]> {
  let current = objects;
  for (const { path, patch, target } of patches) {
    const text =
      path === undefined ? patch : await source.read(posix.join(folder, path));
    for (const { value } of parseYamlManifests(text ?? '')) {
      current = current.map(object =>
        matches(object.value, target ?? identityOf(value))
          ? { ...object, value: patched(object.value, value, !target) }
          : object,
      );
    }
  }
  return current;
}

function patched(
  object: JsonRecord,
  patch: unknown,
  named: boolean,
): JsonRecord {
  const operations = jsonPatchSchema.safeParse(patch);
  if (operations.success) return applyJsonPatch(object, operations.data);
  if (!isJsonRecord(patch)) return object;
  if (named) return mergePatch(object, patch);
  // With a target, kind and name of a patch are only placeholders.
  const { apiVersion: _version, kind: _kind, metadata, ...content } = patch;
  const { name: _name, ...rest } = isJsonRecord(metadata) ? metadata : {};
  return mergePatch(object, { ...content, metadata: rest });
}

type Target = NonNullable<Kustomization['patches'][number]['target']>;

function identityOf(patch: unknown): Target {
  if (!isJsonRecord(patch)) return { kind: '-' };
  return { kind: String(patch.kind), name: nameOf(patch) };
}

/** Kinds and names of a target are anchored patterns. */
function matches(object: JsonRecord, { kind, name }: Target): boolean {
  const fits = (pattern: string | undefined, text: string) =>
    pattern === undefined || new RegExp(`^(?:${pattern})$`).test(text);
  return fits(kind, String(object.kind)) && fits(name, nameOf(object));
}

function nameOf({ metadata }: JsonRecord): string {
  return isJsonRecord(metadata) ? String(metadata.name) : '';
}
