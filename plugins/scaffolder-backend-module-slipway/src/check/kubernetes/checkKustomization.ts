import { posix } from 'node:path';
import {
  isRemote,
  Kustomization,
  kustomizationSchema,
  ManifestPath,
  YamlManifest,
} from '@slipway/infrastructure-code';
import { Finding } from '../Finding';
import { KubernetesFindingId, kubernetesFinding } from './kubernetesFinding';
import { RepositoryFiles } from './RepositoryFiles';

type Report = (
  id: KubernetesFindingId,
  path: ManifestPath,
  message: string,
  fix?: string,
) => Finding;

interface Reference {
  readonly path: ManifestPath;
  readonly target: string;
  readonly kind: 'resource' | 'component' | 'patch';
}

/** Checks a kustomization.yaml: its fields, and that everything it names is there. */
export async function checkKustomization(
  file: string,
  manifest: YamlManifest,
  repository: RepositoryFiles,
): Promise<Finding[]> {
  const report: Report = (id, path, message, fix) =>
    kubernetesFinding(id, { file, line: manifest.lineOf(path) }, message, fix);
  const parsed = kustomizationSchema.safeParse(manifest.value);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message, ...issue }) =>
      report(
        'kustomize-schema',
        [...path, ...('keys' in issue ? issue.keys.slice(0, 1) : [])].map(
          part => (typeof part === 'number' ? part : String(part)),
        ),
        `${path.join('.') || 'kustomization'}: ${message}`,
      ),
    );
  }
  const folder = posix.dirname(file);
  const found = await Promise.all(
    references(parsed.data).map(reference =>
      checkReference(folder, reference, repository, report),
    ),
  );
  return found.flat();
}

function references(kustomization: Kustomization): Reference[] {
  const { resources, components, patches } = kustomization;
  return [
    ...resources.map((target, index) => ({
      path: ['resources', index],
      target,
      kind: 'resource' as const,
    })),
    ...components.map((target, index) => ({
      path: ['components', index],
      target,
      kind: 'component' as const,
    })),
    ...patches.flatMap(({ path: target }, index) =>
      target === undefined
        ? []
        : [
            {
              path: ['patches', index, 'path'],
              target,
              kind: 'patch' as const,
            },
          ],
    ),
  ];
}

async function checkReference(
  folder: string,
  { path, target, kind }: Reference,
  repository: RepositoryFiles,
  report: Report,
): Promise<Finding[]> {
  if (isRemote(target)) {
    const fix = 'Copy it into the repository.';
    return [report('kustomize-remote', path, `'${target}' is remote`, fix)];
  }
  const resolved = posix.join(folder, target);
  if (resolved.startsWith('..') || posix.isAbsolute(target)) {
    const message = `'${target}' is outside the repository`;
    return [report('kustomize-reference', path, message)];
  }
  if (!repository.isWhole) return [];
  const isThere =
    (kind !== 'component' && (await repository.hasFile(resolved))) ||
    (kind !== 'patch' && (await repository.hasKustomization(resolved)));
  if (isThere) return [];
  const message = `The ${kind} '${target}' does not exist`;
  return [
    report(
      'kustomize-reference',
      path,
      message,
      `Add ${resolved} or remove the line.`,
    ),
  ];
}
