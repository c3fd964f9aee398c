import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { GitObjects } from './GitObjects';
import { runGit } from './runGit';
import { writeNestedTrees } from './writeNestedTrees';

export interface TreeEntry {
  readonly path: string;
  /** Octal, six digits: `100644`. */
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  /** Bytes; blobs only. */
  readonly size?: number;
}

export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  /** Undefined removes the path. */
  readonly sha: string | undefined;
}

/** Trees of one repository. */
export class GitTrees {
  constructor(
    private readonly gitDir: string,
    private readonly objects: GitObjects,
  ) {}

  /** Entries of a tree-ish, below `folder` when given; paths are from the root of the tree-ish. */
  async list(
    treeish: string,
    options: { recursive?: boolean; trees?: boolean; folder?: string } = {},
  ): Promise<TreeEntry[]> {
    const args = ['ls-tree', '-z', '-l'];
    if (options.recursive) args.push('-r');
    if (options.recursive && options.trees) args.push('-t');
    args.push(treeish);
    if (options.folder) args.push('--', `${options.folder}/`);
    const output = await runGit(this.gitDir, args, {
      env: { GIT_LITERAL_PATHSPECS: '1' },
    });
    return output.toString().split('\0').filter(Boolean).map(parseEntry);
  }

  /** Writes a tree that is `base` with some paths changed. */
  async write(
    base: string | undefined,
    changes: readonly TreeChange[],
  ): Promise<string> {
    const before = base ? await this.list(base, { recursive: true }) : [];
    const files = new Map(before.map(entry => [entry.path, entry]));
    for (const { path: file, mode, sha } of changes) {
      if (sha === undefined) files.delete(file);
      else {
        dropConflicts(files, file);
        files.set(file, { path: file, mode, sha, type: 'blob' });
      }
    }
    return writeNestedTrees(this.objects, [...files.values()]);
  }

  /** Runs `task` with an index file of its own. */
  async withIndex<T>(
    task: (env: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const index = path.join(this.gitDir, `slipway-index-${randomUUID()}`);
    try {
      return await task({ GIT_INDEX_FILE: index });
    } finally {
      await rm(index, { force: true });
      await rm(`${index}.lock`, { force: true });
    }
  }
}

/** A file takes the place of a folder of the same name, and of a file that stands where its folder must be. */
function dropConflicts(files: Map<string, TreeEntry>, file: string): void {
  for (const other of files.keys()) {
    const below = other.startsWith(`${file}/`);
    if (below || file.startsWith(`${other}/`)) files.delete(other);
  }
}

function parseEntry(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode, type, sha, size] = line.slice(0, tab).split(/ +/);
  return {
    path: line.slice(tab + 1),
    mode,
    type: type === 'tree' || type === 'commit' ? type : 'blob',
    sha,
    size: size === '-' ? undefined : Number(size),
  };
}
