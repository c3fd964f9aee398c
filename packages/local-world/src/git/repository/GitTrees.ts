import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runGit } from './runGit';

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
  constructor(private readonly gitDir: string) {}

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
    return this.withIndex(async env => {
      if (base) await runGit(this.gitDir, ['read-tree', base], { env });
      const lines = changes.map(({ path: file, mode, sha }) =>
        sha
          ? `${mode} ${sha} 0\t${file}\0`
          : `0 ${'0'.repeat(40)} 0\t${file}\0`,
      );
      await runGit(
        this.gitDir,
        ['update-index', '--add', '--replace', '-z', '--index-info'],
        { env, input: lines.join('') },
      );
      const output = await runGit(this.gitDir, ['write-tree'], { env });
      return output.toString().trim();
    });
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
