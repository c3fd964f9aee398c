import { GitObjects } from './GitObjects';
import { formatCommit, GitCommit, NewCommit, parseCommit } from './GitCommit';
import { GitCommandError, runGit } from './runGit';

/** Commits of one repository. */
export class GitHistory {
  constructor(
    private readonly gitDir: string,
    private readonly objects: GitObjects,
  ) {}

  /** Full SHA of the commit a branch, tag, full ref or (short) SHA means; undefined when there is none. */
  async resolve(revision: string): Promise<string | undefined> {
    // What git reads as options, ranges or reflog queries is not a name.
    if (!/^[\w./@+#=,%-]+$/.test(revision) || revision.startsWith('-')) {
      return undefined;
    }
    if (/\.\.|@\{/.test(revision)) return undefined;
    const candidates = [`refs/heads/${revision}`, `refs/tags/${revision}`];
    if (revision.startsWith('refs/') || revision === 'HEAD') {
      candidates.push(revision);
    }
    if (/^(heads|tags|pull)\//.test(revision))
      candidates.push(`refs/${revision}`);
    if (/^[0-9a-f]{4,40}$/i.test(revision)) candidates.push(revision);
    const found = await this.objects.readAll(
      candidates.map(name => `${name}^{commit}`),
    );
    return found.find(object => object?.type === 'commit')?.sha;
  }

  async read(sha: string): Promise<GitCommit | undefined> {
    return (await this.readAll([sha]))[0];
  }

  async readAll(
    shas: readonly string[],
  ): Promise<Array<GitCommit | undefined>> {
    const objects = await this.objects.readAll(shas);
    return objects.map(object =>
      object?.type === 'commit' ? parseCommit(object) : undefined,
    );
  }

  write(commit: NewCommit): Promise<string> {
    return this.objects.write('commit', Buffer.from(formatCommit(commit)));
  }

  /** SHAs reachable from `head` but not from `exclude`, newest first; touching `file` when given. */
  async list(
    head: string,
    options: {
      exclude?: string;
      file?: string;
      max?: number;
      oldestFirst?: boolean;
    } = {},
  ): Promise<string[]> {
    const args = ['rev-list', '--topo-order', head];
    if (options.exclude) args.push(`^${options.exclude}`);
    if (options.max !== undefined) args.splice(1, 0, `-n${options.max}`);
    if (options.oldestFirst) args.splice(1, 0, '--reverse');
    args.push('--');
    if (options.file) args.push(options.file);
    const output = await runGit(this.gitDir, args, {
      env: { GIT_LITERAL_PATHSPECS: '1' },
    });
    return output.toString().split('\n').filter(Boolean);
  }

  /** Best common ancestor; undefined for unrelated histories. */
  async mergeBase(a: string, b: string): Promise<string | undefined> {
    const output = await runGit(this.gitDir, ['merge-base', a, b], {
      allowed: [0, 1],
    });
    return output.toString().trim() || undefined;
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    if (ancestor === descendant) return true;
    try {
      const args = ['merge-base', '--is-ancestor', ancestor, descendant];
      await runGit(this.gitDir, args);
      return true;
    } catch (error) {
      if (error instanceof GitCommandError) return false;
      throw error;
    }
  }
}
