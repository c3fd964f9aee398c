import {
  KubernetesObject,
  kubernetesObjectSchema,
} from '../../../kubernetes/KubernetesObject';
import { resolvePath } from '../inputFolders';
import { ManifestError, ManifestRenderer } from '../ManifestRenderer';
import { parseManifests } from '../parseManifests';
import { isJsonObject, JsonObject } from './JsonValue';
import { Kustomization, readKustomization } from './kustomizationSchema';
import { patchObjects } from './patchObjects';
import {
  annotationsTransform,
  imageTransform,
  labelsTransform,
  namespaceTransform,
  replicasTransform,
} from './transformers';

/** Renders the subset of Kustomize that Slipway's templates use, for machines without kubectl. */
export class KustomizeRenderer implements ManifestRenderer {
  async render(
    files: ReadonlyMap<string, string>,
    path: string,
  ): Promise<readonly KubernetesObject[]> {
    const objects = build(files, path, [], []);
    return objects.map(object => kubernetesObjectSchema.parse(object));
  }
}

type Files = ReadonlyMap<string, string>;

function build(
  files: Files,
  folder: string,
  given: readonly JsonObject[],
  trail: readonly string[],
): readonly JsonObject[] {
  if (trail.includes(folder)) {
    throw new ManifestError(`cycle: ${[...trail, folder].join(' -> ')}`);
  }
  const kustomization = readKustomization(files, folder);
  const inner = [...trail, folder];
  const resources = kustomization.resources.flatMap(reference => {
    const path = resolvePath(folder, reference);
    const text = files.get(path);
    return text === undefined
      ? build(files, path, [], inner)
      : parseManifests(text, path).map(toJsonObject);
  });
  const generated = generateConfigMaps(files, folder, kustomization);
  const withComponents = kustomization.components.reduce<readonly JsonObject[]>(
    (objects, reference) =>
      build(files, resolvePath(folder, reference), objects, inner),
    [...given, ...resources, ...generated],
  );
  return transform(
    patch(files, folder, kustomization, withComponents),
    kustomization,
  );
}

/** Manifests come from YAML: they hold nothing but JSON. */
function toJsonObject(object: KubernetesObject): JsonObject {
  const copy: unknown = JSON.parse(JSON.stringify(object));
  return isJsonObject(copy) ? copy : {};
}

function patch(
  files: Files,
  folder: string,
  { patches }: Kustomization,
  objects: readonly JsonObject[],
): readonly JsonObject[] {
  return patches.reduce<readonly JsonObject[]>((current, entry) => {
    const file = entry.path ? resolvePath(folder, entry.path) : folder;
    const text = entry.path ? files.get(file) : entry.patch;
    if (text === undefined) {
      throw new ManifestError(
        `${folder}: patch '${entry.path}' does not exist`,
      );
    }
    return patchObjects(current, text, entry.target, file);
  }, objects);
}

/** In Kustomize's own order: namespace, labels, annotations, replicas, images. */
function transform(
  objects: readonly JsonObject[],
  kustomization: Kustomization,
): readonly JsonObject[] {
  const transforms = [
    namespaceTransform(kustomization.namespace),
    ...kustomization.labels.map(labelsTransform),
    annotationsTransform(kustomization.commonAnnotations),
    ...kustomization.replicas.map(replicasTransform),
    ...kustomization.images.map(imageTransform),
  ];
  return objects.map(object =>
    transforms.reduce((current, apply) => apply(current), object),
  );
}

function generateConfigMaps(
  files: Files,
  folder: string,
  { configMapGenerator, generatorOptions }: Kustomization,
): readonly JsonObject[] {
  return configMapGenerator.map(
    ({ name, literals, files: sources, options }) => {
      const plain =
        options?.disableNameSuffixHash ??
        generatorOptions?.disableNameSuffixHash;
      if (!plain) {
        throw new ManifestError(
          `${folder}: configMapGenerator '${name}' needs disableNameSuffixHash: true; the local world's renderer does not compute name hashes`,
        );
      }
      const data: JsonObject = {};
      for (const literal of literals) {
        const [key, ...value] = literal.split('=');
        data[key] = value.join('=').replace(/^(["'])(.*)\1$/s, '$2');
      }
      for (const source of sources) {
        const [key, file] = source.includes('=')
          ? source.split('=', 2)
          : [source.split('/').at(-1) ?? source, source];
        const content = files.get(resolvePath(folder, file));
        if (content === undefined) {
          throw new ManifestError(`${folder}: '${file}' does not exist`);
        }
        data[key] = content;
      }
      return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data };
    },
  );
}
