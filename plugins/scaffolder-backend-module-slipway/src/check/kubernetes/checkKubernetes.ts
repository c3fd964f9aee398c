import { posix } from 'node:path';
import { z } from 'zod';
import {
  FileSource,
  jsonPatchSchema,
  kustomizationSchema,
  parseYamlManifests,
  YamlManifest,
} from '@slipway/infrastructure-code';
import { Finding } from '../Finding';
import { checkApplication } from './checkApplication';
import { checkKustomization } from './checkKustomization';
import { checkManifest } from './checkManifest';
import { kubernetesFinding } from './kubernetesFinding';
import { RepositoryFiles } from './RepositoryFiles';

const KUSTOMIZATION = 'kustomization.yaml';

/**
 * Checks the files below `gitops/` as they stand: each object strictly against its schema, patches without what they
 * may leave out, kustomizations and Applications for what they name. Needs no kubectl.
 *
 * @param files - texts by path in the repository
 * @param base - what is in the repository already; without it, nothing is called missing
 */
export async function checkKubernetes(
  files: ReadonlyMap<string, string>,
  base?: FileSource,
): Promise<Finding[]> {
  const repository = new RepositoryFiles(files, base);
  const mine = [...files].filter(([path]) => /^gitops\/.*\.ya?ml$/.test(path));
  const patches = await patchFiles(
    mine.map(([path]) => posix.dirname(path)),
    repository,
  );
  const findings = await Promise.all(
    mine.flatMap(([file, text]) =>
      parseYamlManifests(text).map(manifest =>
        checkDocument(file, manifest, patches.has(file), repository),
      ),
    ),
  );
  return findings.flat();
}

/** Checks whole objects, such as those of `kubectl kustomize`. */
export async function checkManifests(
  file: string,
  objects: readonly unknown[],
): Promise<Finding[]> {
  const findings = await Promise.all(
    objects.map(value =>
      checkManifest(file, { value, lineOf: () => 1 }, { partial: false }),
    ),
  );
  return findings.flat();
}

/** Files that the kustomizations of the folders name as patches. */
async function patchFiles(
  folders: readonly string[],
  repository: RepositoryFiles,
): Promise<ReadonlySet<string>> {
  const paths = await Promise.all(
    [...new Set(folders)].map(async folder => {
      const text = await repository.read(posix.join(folder, KUSTOMIZATION));
      const [manifest] = parseYamlManifests(text ?? '');
      const parsed = z
        .looseObject({ patches: kustomizationSchema.shape.patches })
        .safeParse(manifest?.value);
      return (parsed.data?.patches ?? []).flatMap(({ path }) =>
        path === undefined ? [] : [posix.join(folder, path)],
      );
    }),
  );
  return new Set(paths.flat());
}

async function checkDocument(
  file: string,
  manifest: YamlManifest,
  partial: boolean,
  repository: RepositoryFiles,
): Promise<Finding[]> {
  if (posix.basename(file) === KUSTOMIZATION) {
    return checkKustomization(file, manifest, repository);
  }
  if (partial && Array.isArray(manifest.value)) {
    return checkJsonPatch(file, manifest);
  }
  return [
    ...(await checkManifest(file, manifest, { partial })),
    ...(await checkApplication(file, manifest, repository)),
  ];
}

function checkJsonPatch(
  file: string,
  { value, lineOf }: YamlManifest,
): Finding[] {
  const { error } = jsonPatchSchema.safeParse(value);
  return (error?.issues ?? []).map(issue => {
    const path = issue.path.map(String);
    return kubernetesFinding(
      'kustomize-schema',
      { file, line: lineOf(path) },
      `${path.join('.') || 'patch'}: ${issue.message}`,
    );
  });
}
