import { FileSource } from '../FileSource';
import { absorbGenerated } from './absorbGenerated';
import { BuildContext } from './BuildContext';
import { BuildObject, toBuildObject } from './BuildObject';
import { BuiltObject } from './BuiltObject';
import { fixReferences } from './fixReferences';
import { generateObjects } from './generateObjects';
import { hashNames } from './hashNames';
import { JsonObject, objectAt } from './JsonValue';
import { Kustomization } from './kustomizationSchema';
import { ManifestError } from './ManifestError';
import { patchesOf } from './patchesOf';
import { Place } from './Place';
import { patchObjects } from './patchObjects';
import { readKustomization } from './readKustomization';
import { readObjects } from './readObjects';
import { readReplacements } from './readReplacements';
import { replaceFields } from './replaceFields';
import { expectBelow, resolveReference } from './resolveReference';
import { transform } from './transformers';
import { withoutRepeats } from './withoutRepeats';

type Objects = readonly BuildObject[];

/** Folders that one build goes into, those that it goes into twice counted twice. */
const MAX_FOLDERS = 500;
/** More objects in one build are nobody's own work. */
const MAX_OBJECTS = 20_000;

class Build {
  #folders = 0;

  constructor(
    private readonly source: FileSource,
    private readonly context: BuildContext,
  ) {}

  /** @param trail - folders that lead here */
  async folder(
    folder: string,
    given: Objects,
    trail: readonly string[],
  ): Promise<Objects> {
    const inner = [...trail, folder];
    this.#folders += 1;
    if (trail.includes(folder) || this.#folders > MAX_FOLDERS) {
      this.context.refuse(
        trail.includes(folder)
          ? `cycle: ${inner.join(' -> ')}`
          : `it goes into more than ${MAX_FOLDERS} folders`,
      );
      return given;
    }
    const { source, context } = this;
    const kustomization = await readKustomization(folder, source, context);
    if (!kustomization) return given;
    const place: Place = {
      folder,
      context,
      read: path => source.read(path),
    };
    let objects = absorbGenerated(
      withoutRepeats(
        [...given, ...(await this.resources(folder, kustomization, inner))],
        context,
      ),
      await generateObjects(kustomization, place),
      context,
    );
    for (const reference of kustomization.components) {
      const path = this.resolve(folder, reference);
      if (path !== undefined) objects = await this.folder(path, objects, inner);
    }
    return changed(objects, kustomization, place);
  }

  private async resources(
    folder: string,
    { resources, bases }: Kustomization,
    trail: readonly string[],
  ): Promise<Objects> {
    const objects: BuildObject[] = [];
    for (const reference of [...resources, ...bases]) {
      const path = this.resolve(folder, reference);
      if (path === undefined) continue;
      const text = await this.source.read(path);
      objects.push(
        ...(text === undefined
          ? await this.folder(path.replace(/\/$/, ''), [], trail)
          : this.objectsOf(folder, path, text)),
      );
      if (objects.length > MAX_OBJECTS) {
        throw new ManifestError(
          `${folder}: it has more than ${MAX_OBJECTS} objects`,
        );
      }
    }
    return objects;
  }

  private objectsOf(folder: string, path: string, text: string): Objects {
    const { context } = this;
    context.attempt(() => expectBelow(folder, path), undefined);
    return readObjects(path, text, context).map(toBuildObject);
  }

  private resolve(folder: string, reference: string): string | undefined {
    return this.context.attempt<string | undefined>(
      () => resolveReference(folder, reference),
      undefined,
    );
  }
}

/** Patches, names and labels, replacements: in this order. */
async function changed(
  given: Objects,
  kustomization: Kustomization,
  place: Place,
): Promise<Objects> {
  const { context } = place;
  let objects = given;
  for (const { text, file, rules } of await patchesOf(kustomization, place)) {
    objects = patchObjects(objects, { text, file }, rules, context);
  }
  objects = transform(objects, kustomization, context);
  for (const replacement of await readReplacements(kustomization, place)) {
    const before = objects;
    objects = context.attempt(() => replaceFields(before, replacement), before);
  }
  return objects;
}

/**
 * What Kustomize makes of a folder, without its tool: resources, components, generated objects, patches, names,
 * namespace, labels, annotations, replicas, images and replacements.
 *
 * @param options - strict: what is wrong or not known here is an error; otherwise the build goes on without it
 * @throws ManifestError where it is strict.
 */
export async function buildKustomization(
  folder: string,
  source: FileSource,
  options: { readonly strict: boolean },
): Promise<readonly BuiltObject[]> {
  const context = options.strict ? BuildContext.strict : BuildContext.lenient;
  const built = await new Build(source, context).folder(folder, [], []);
  return fixReferences(hashNames(built), context).map(
    ({ file, line, value, generatedAs }) => ({
      file,
      line,
      value: withoutEmptyAnnotations(value),
      ...(generatedAs !== undefined && { generatedAs }),
    }),
  );
}

/** Kustomize keeps its own notes there while it builds, and leaves none behind. */
function withoutEmptyAnnotations(value: JsonObject): JsonObject {
  const metadata = objectAt(value, 'metadata');
  const annotations = objectAt(metadata, 'annotations');
  if (!metadata || !annotations || Object.keys(annotations).length > 0) {
    return value;
  }
  const { annotations: _empty, ...rest } = metadata;
  return { ...value, metadata: rest };
}
