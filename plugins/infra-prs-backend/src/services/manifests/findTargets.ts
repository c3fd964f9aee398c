import { posix } from 'node:path';
import { KustomizationGraph } from './KustomizationGraph';

/** A folder that Argo CD applies and that a change may reach. */
export interface FoundTarget {
  readonly path: string;
  readonly kind: 'kustomization' | 'files';
  /** Folders that it is built from; of files, only its own. */
  readonly folders: ReadonlySet<string>;
  /** Those of the changed files that are applied as they are. */
  readonly files: readonly string[];
}

/** What a change reaches, and what of it reaches nothing. */
export interface FoundTargets {
  readonly targets: readonly FoundTarget[];
  /** Folders that change and that nothing uses. */
  readonly unused: readonly string[];
}

const MANIFEST = /\.(ya?ml|json)$/;

/** The folders that changed files reach: by themselves, or through the bases and components that these use. */
export function findTargets(
  changed: readonly string[],
  graph: KustomizationGraph,
): FoundTargets {
  const owners = new Set<string>();
  const plain = new Map<string, string[]>();
  for (const path of changed) {
    const owner = graph.ownerOf(path);
    if (owner !== undefined) owners.add(owner);
    else if (MANIFEST.test(path)) {
      const folder = posix.dirname(path);
      plain.set(folder, [...(plain.get(folder) ?? []), path]);
    }
  }
  const built = graph
    .targets()
    .map(path => ({ path, folders: graph.closure(path) }))
    .filter(({ folders }) => [...owners].some(owner => folders.has(owner)));
  const reached = new Set(built.flatMap(({ folders }) => [...folders]));
  return {
    targets: [
      ...built.map(target => ({
        ...target,
        kind: 'kustomization' as const,
        files: [],
      })),
      ...[...plain].map(([path, files]) => ({
        path,
        kind: 'files' as const,
        folders: new Set([path]),
        files,
      })),
    ],
    unused: [...owners].filter(owner => !reached.has(owner)),
  };
}
