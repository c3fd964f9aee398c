import { posix } from 'node:path';
import {
  KUSTOMIZATION_FILES,
  readReferences,
} from '@slipway/infrastructure-code';
import { CommitFiles } from './CommitFiles';

/** Kustomizations of a side that are read to find who uses what. */
const MAX_READ = 1_500;

/** Which folders are built by Kustomize, and which of them use which; of both sides of a change. */
export class KustomizationGraph {
  readonly #uses = new Map<string, Set<string>>();
  readonly #components = new Set<string>();
  readonly #used = new Set<string>();
  /** Kustomizations that were not read. */
  omitted = 0;

  /** @param near - paths that the change is about: what is close to them is read first */
  static async read(
    sides: readonly CommitFiles[],
    near: readonly string[],
  ): Promise<KustomizationGraph> {
    const graph = new KustomizationGraph();
    for (const side of sides) await graph.#add(side, near);
    return graph;
  }

  private constructor() {}

  isBuilt(folder: string): boolean {
    return this.#uses.has(folder);
  }

  /** The folder whose kustomization a file belongs to; undefined for files that are applied as they are. */
  ownerOf(path: string): string | undefined {
    for (
      let folder = posix.dirname(path);
      folder !== '.' && folder !== '/';
      folder = posix.dirname(folder)
    ) {
      if (this.#uses.has(folder)) return folder;
    }
    return undefined;
  }

  /** A folder with all that it uses, over any number of steps. */
  closure(folder: string): ReadonlySet<string> {
    const seen = new Set<string>();
    const open = [folder];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(this.#uses.get(next) ?? []));
    }
    return seen;
  }

  /** Folders that are applied: overlays, and what no other one uses. */
  targets(): readonly string[] {
    return [...this.#uses.keys()]
      .filter(folder => !this.#components.has(folder))
      .filter(
        folder => !this.#used.has(folder) || folder.includes('/overlays/'),
      )
      .sort();
  }

  async #add(side: CommitFiles, near: readonly string[]): Promise<void> {
    const files = [...side.tree.files.keys()].filter(path =>
      KUSTOMIZATION_FILES.includes(posix.basename(path)),
    );
    const closest = byNearness(files, near);
    this.omitted = Math.max(this.omitted, closest.length - MAX_READ);
    const read = closest.slice(0, MAX_READ);
    await side.prefetch(read);
    for (const path of read) {
      const text = await side.read(path).catch(() => undefined);
      this.#addReferences(posix.dirname(path), text ?? '');
    }
  }

  #addReferences(folder: string, text: string): void {
    const { folders, isComponent } = readReferences(folder, text);
    const uses = this.#uses.get(folder) ?? new Set();
    for (const used of folders) {
      uses.add(used);
      this.#used.add(used);
    }
    this.#uses.set(folder, uses);
    if (isComponent) this.#components.add(folder);
  }
}

/** What shares most of its path with one of others comes first. */
function byNearness(
  paths: readonly string[],
  near: readonly string[],
): readonly string[] {
  if (paths.length <= MAX_READ) return paths;
  const places = new Set(near.flatMap(ancestors));
  const closeness = (path: string) =>
    ancestors(path).filter(folder => places.has(folder)).length;
  return [...paths].sort((a, b) => closeness(b) - closeness(a));
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
