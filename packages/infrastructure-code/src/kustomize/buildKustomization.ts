import { FileSource } from '../FileSource';
import { BuildContext } from './BuildContext';
import { BuiltObject } from './BuiltObject';
import { generateConfigMaps } from './generateConfigMaps';
import { hashNames } from './hashNames';
import {
  Kustomization,
  KUSTOMIZATION_FILES,
  kustomizationSchema,
  unbuiltFields,
} from './kustomizationSchema';
import { patchObjects } from './patchObjects';
import { readObjects } from './readObjects';
import { resolveReference } from './resolveReference';
import { transform } from './transformers';
import { readDocuments } from './YamlManifest';

type Objects = readonly BuiltObject[];

class Build {
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
    if (trail.includes(folder)) {
      this.context.refuse(`cycle: ${inner.join(' -> ')}`);
      return given;
    }
    const kustomization = await this.read(folder);
    if (!kustomization) return given;
    const { context } = this;
    const read = (path: string) => this.source.read(path);
    let objects: Objects = [
      ...given,
      ...(await this.resources(folder, kustomization, inner)),
      ...(await generateConfigMaps(folder, kustomization, { read, context })),
    ];
    for (const reference of kustomization.components) {
      const path = this.resolve(folder, reference);
      if (path !== undefined) objects = await this.folder(path, objects, inner);
    }
    objects = await this.patch(folder, kustomization, objects);
    return objects.map(object => ({
      ...object,
      value: transform(object.value, kustomization),
    }));
  }

  private async read(folder: string): Promise<Kustomization | undefined> {
    for (const name of KUSTOMIZATION_FILES) {
      const file = `${folder}/${name}`;
      const text = await this.source.read(file);
      if (text !== undefined) return this.parse(file, text);
    }
    this.context.refuse(
      `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${folder}'`,
    );
    return undefined;
  }

  private parse(file: string, text: string): Kustomization | undefined {
    const [document] = readDocuments(text, file, this.context);
    const parsed = kustomizationSchema.safeParse(document?.value);
    if (!parsed.success) {
      const [{ path, message }] = parsed.error.issues;
      const where = path.length > 0 ? `${path.join('.')}: ` : '';
      this.context.refuse(`${file}: ${where}${message}`);
      return undefined;
    }
    const unbuilt = unbuiltFields(parsed.data);
    if (unbuilt.length > 0) {
      this.context.refuse(`${file}: cannot build ${unbuilt.join(', ')}`);
    }
    return parsed.data;
  }

  private async resources(
    folder: string,
    { resources }: Kustomization,
    trail: readonly string[],
  ): Promise<Objects> {
    let objects: Objects = [];
    for (const reference of resources) {
      const path = this.resolve(folder, reference);
      if (path === undefined) continue;
      const text = await this.source.read(path);
      objects = [
        ...objects,
        ...(text === undefined
          ? await this.folder(path, [], trail)
          : readObjects(path, text, this.context)),
      ];
    }
    return objects;
  }

  private async patch(
    folder: string,
    { patches }: Kustomization,
    given: Objects,
  ): Promise<Objects> {
    let objects = given;
    for (const { path, patch, target } of patches) {
      const file = path === undefined ? folder : this.resolve(folder, path);
      const read = path !== undefined && file !== undefined;
      const text = read ? await this.source.read(file) : patch;
      if (text === undefined || file === undefined) {
        this.context.refuse(`${folder}: patch '${path}' does not exist`);
      } else {
        const { context } = this;
        objects = patchObjects(objects, { text, file }, target, context);
      }
    }
    return objects;
  }

  private resolve(folder: string, reference: string): string | undefined {
    return this.context.attempt<string | undefined>(
      () => resolveReference(folder, reference),
      undefined,
    );
  }
}

/**
 * What Kustomize makes of a folder, without its tool: resources, components, patches, config maps, labels,
 * annotations, namespace, replicas and images.
 *
 * @param options - strict: what is wrong or not known here is an error; otherwise the build goes on without it
 * @throws ManifestError where it is strict.
 */
export async function buildKustomization(
  folder: string,
  source: FileSource,
  options: { readonly strict: boolean },
): Promise<Objects> {
  const context = options.strict ? BuildContext.strict : BuildContext.lenient;
  return hashNames(await new Build(source, context).folder(folder, [], []));
}
