import { BuiltObject } from '@slipway/infrastructure-code';
import {
  compareRisks,
  diffNodes,
  findManifestRisks,
  KubernetesManifest,
  manifestKey,
  ManifestObject,
  ManifestTarget,
  readManifest,
  toFields,
} from '@slipway/plugin-infra-prs-common';
import { openHelmValues } from './openHelmValues';
import { yamlPatch } from './yamlPatch';

/** Objects of one target that are listed; more are counted. */
const MAX_OBJECTS = 500;

type Compared = Pick<
  ManifestTarget,
  'objects' | 'omittedObjects' | 'unchanged' | 'risks'
>;

interface Side {
  readonly manifest: KubernetesManifest;
  readonly file: string;
}

const ORDER: readonly ManifestObject['action'][] = ['remove', 'change', 'add'];

/** Objects before and after, by kind, namespace and name. What carries a hash of its content is known by its name without it. */
export function compareObjects(
  before: readonly BuiltObject[],
  after: readonly BuiltObject[],
): Compared {
  const [old, next] = [before, after].map(byIdentity);
  const found = [...new Set([...old.keys(), ...next.keys()])].flatMap(id =>
    compareOne(old.get(id), next.get(id)),
  );
  const objects = found
    .map(({ object }) => object)
    .sort((a, b) => ORDER.indexOf(a.action) - ORDER.indexOf(b.action));
  const omitted = Math.max(0, objects.length - MAX_OBJECTS);
  return {
    objects: objects.slice(0, MAX_OBJECTS),
    ...(omitted > 0 && { omittedObjects: omitted }),
    unchanged: next.size - found.filter(({ isThere }) => isThere).length,
    risks: found.flatMap(({ risks }) => risks).sort(compareRisks),
  };
}

function compareOne(before: Side | undefined, after: Side | undefined) {
  const side = after ?? before;
  const nodes = diffNodes(before?.manifest.values, after?.manifest.values);
  if (!side || nodes.length === 0) return [];
  const pair = {
    ...(before && { before: before.manifest }),
    ...(after && { after: after.manifest }),
  };
  const { apiVersion, kind, name, namespace } = side.manifest;
  const patch = yamlPatch(before?.manifest, after?.manifest);
  const object: ManifestObject = {
    key: manifestKey(side.manifest),
    action: actionOf(before, after),
    kind,
    apiVersion,
    name,
    ...(namespace !== undefined && { namespace }),
    file: side.file,
    ...(before && after ? toFields(nodes) : { fields: [] }),
    ...(patch !== undefined && { patch }),
  };
  const risks = findManifestRisks(pair, nodes);
  return [{ object, risks, isThere: after !== undefined }];
}

function actionOf(
  before: Side | undefined,
  after: Side | undefined,
): ManifestObject['action'] {
  if (!before) return 'add';
  return after ? 'change' : 'remove';
}

function byIdentity(
  objects: readonly BuiltObject[],
): ReadonlyMap<string, Side> {
  const known = new Map<string, Side>();
  for (const { value, file, generatedAs } of objects) {
    const manifest = readManifest(openHelmValues(value), generatedAs);
    const [group] = manifest.apiVersion.includes('/')
      ? manifest.apiVersion.split('/')
      : [''];
    const id = `${group} ${manifestKey(manifest)}`;
    // Kubernetes would take the last of two; both are shown.
    let free = id;
    for (let copy = 2; known.has(free); copy += 1) free = `${id} #${copy}`;
    known.set(free, { manifest, file });
  }
  return known;
}
