import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isRefName } from './isRefName';
import { GitCommandError, runGit } from './runGit';

export interface GitRef {
  /** `refs/heads/main` */
  readonly name: string;
  readonly sha: string;
  readonly type: string;
}

const NONE = '0'.repeat(40);

/** Refs of one repository, by full name. */
export class GitRefs {
  constructor(private readonly gitDir: string) {}

  /** Refs under a prefix such as `refs/heads/`; the prefix need not end at a slash. */
  async list(prefix = 'refs/'): Promise<GitRef[]> {
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const output = await runGit(this.gitDir, [
      'for-each-ref',
      '--format=%(refname) %(objectname) %(objecttype)',
      folder,
    ]);
    return output
      .toString()
      .split('\n')
      .filter(Boolean)
      .map(line => {
        const [name, sha, type] = line.split(' ');
        return { name, sha, type };
      })
      .filter(ref => ref.name.startsWith(prefix));
  }

  async get(name: string): Promise<string | undefined> {
    if (!isRefName(name)) return undefined;
    // Nothing here packs refs, so a ref is a file of its own nearly always.
    const file = path.join(this.gitDir, name);
    const loose = await readFile(file, 'utf8').catch(() => '');
    if (/^[0-9a-f]{40}\n$/.test(loose)) return loose.trim();
    return (await this.list(name)).find(ref => ref.name === name)?.sha;
  }

  /** Moves a ref if it is still at `before` (undefined: must not exist). Answers whether it did. */
  async move(name: string, after: string, before?: string): Promise<boolean> {
    try {
      await runGit(this.gitDir, ['update-ref', name, after, before ?? NONE]);
      return true;
    } catch (error) {
      if (error instanceof GitCommandError) return false;
      throw error;
    }
  }

  async delete(name: string): Promise<void> {
    await runGit(this.gitDir, ['update-ref', '-d', name]);
  }
}
