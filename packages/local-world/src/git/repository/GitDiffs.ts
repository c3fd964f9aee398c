import { runGit } from './runGit';

export interface FileDiff {
  readonly path: string;
  /** Set for renames. */
  readonly previousPath?: string;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed';
  /** Blob after the change; before it for removed files. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Hunks only, as GitHub's `patch`; undefined for binary files. */
  readonly patch?: string;
}

/** The tree with nothing in it, which git knows without its being written. */
export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Differences between two trees or commits of one repository. */
export class GitDiffs {
  constructor(private readonly gitDir: string) {}

  /** Unified diff as `git diff` prints it. */
  async text(before: string, after: string): Promise<string> {
    const args = ['diff-tree', '-r', '-M', '-p', '--no-color', before, after];
    return (await runGit(this.gitDir, args)).toString();
  }

  /** Names of changed files; both names of a renamed one. */
  async names(before: string, after: string): Promise<string[]> {
    const args = ['diff-tree', '-r', '-z', '--name-only', before, after];
    const output = await runGit(this.gitDir, args);
    return output.toString().split('\0').filter(Boolean);
  }

  async files(before: string, after: string): Promise<FileDiff[]> {
    const args = ['diff-tree', '-r', '-M', '--raw', '--numstat', '-z'];
    const [listing, text] = await Promise.all([
      runGit(this.gitDir, [...args, '--abbrev=40', before, after]),
      this.text(before, after),
    ]);
    const patches = splitPatches(text);
    let index = 0;
    return parseListing(listing.toString()).map(file => {
      const patch = patches[index];
      // A change of type is printed as a removal and an addition.
      index += file.status === 'T' ? 2 : 1;
      return toFileDiff(file, patch);
    });
  }
}

/** https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits#diff-limits */
const LONGEST_PATCH = 500_000;

interface Listed {
  readonly status: string;
  readonly sha: string;
  readonly before: string;
  readonly path: string;
  additions: number;
  deletions: number;
}

function parseListing(text: string): Listed[] {
  const parts = text.split('\0');
  const files: Listed[] = [];
  let at = 0;
  while (parts[at]?.startsWith(':')) {
    const [, , before, after, status] = parts[at].split(' ');
    const renamed = /^[RC]/.test(status);
    const sha = status === 'D' ? before : after;
    files.push({
      status: status[0],
      sha,
      before: parts[at + 1],
      path: parts[at + (renamed ? 2 : 1)],
      additions: 0,
      deletions: 0,
    });
    at += renamed ? 3 : 2;
  }
  for (const file of files) {
    const [added, deleted, name] = (parts[at] ?? '').split('\t');
    file.additions = Number(added) || 0;
    file.deletions = Number(deleted) || 0;
    // Renames have an empty name here, then the two names.
    at += name === '' ? 3 : 1;
  }
  return files;
}

function splitPatches(text: string): string[] {
  return text
    .split(/^(?=diff --git )/m)
    .filter(part => part.startsWith('diff --git '));
}

const statuses: Readonly<Record<string, FileDiff['status']>> = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
};

function toFileDiff(file: Listed, section: string | undefined): FileDiff {
  const hunks = section?.search(/^@@ /m) ?? -1;
  return {
    path: file.path,
    previousPath: file.status === 'R' ? file.before : undefined,
    status: statuses[file.status] ?? 'modified',
    sha: file.sha,
    additions: file.additions,
    deletions: file.deletions,
    patch:
      section && hunks >= 0 && section.length <= LONGEST_PATCH
        ? section.slice(hunks).replace(/\n$/, '')
        : undefined,
  };
}
