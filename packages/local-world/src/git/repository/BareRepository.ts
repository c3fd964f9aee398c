import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { GitDiffs } from './GitDiffs';
import { GitHistory } from './GitHistory';
import { GitMerges } from './GitMerges';
import { GitObjects } from './GitObjects';
import { GitRefs } from './GitRefs';
import { GitTrees } from './GitTrees';
import { runGit } from './runGit';

/** One bare Git repository on disk. */
export class BareRepository {
  readonly objects: GitObjects;
  readonly refs: GitRefs;
  readonly trees: GitTrees;
  readonly history: GitHistory;
  readonly diffs: GitDiffs;
  readonly merges: GitMerges;

  constructor(readonly gitDir: string) {
    this.objects = new GitObjects(gitDir);
    this.refs = new GitRefs(gitDir);
    this.trees = new GitTrees(gitDir);
    this.history = new GitHistory(gitDir, this.objects);
    this.diffs = new GitDiffs(gitDir);
    this.merges = new GitMerges(gitDir, this.objects, this.trees);
  }

  /** Makes the repository, or takes it as it is when it is there. */
  static async create(
    gitDir: string,
    defaultBranch: string,
  ): Promise<BareRepository> {
    await mkdir(gitDir, { recursive: true });
    await runGit(gitDir, ['init', '--bare', '--quiet', gitDir]);
    const head = `refs/heads/${defaultBranch}`;
    await runGit(gitDir, ['symbolic-ref', 'HEAD', head]);
    const settings = [
      ['http.receivepack', 'true'],
      ['gc.auto', '0'],
      ['receive.denyDeleteCurrent', 'ignore'],
      // GitHub serves any commit that a pull request ever had.
      ['uploadpack.allowAnySHA1InWant', 'true'],
    ];
    for (const [key, value] of settings) {
      await runGit(gitDir, ['config', key, value]);
    }
    return new BareRepository(gitDir);
  }

  /** A file's content at a revision; undefined when it is not there. */
  async file(revision: string, file: string): Promise<Buffer | undefined> {
    const object = await this.objects.read(`${revision}:${file}`);
    return object?.type === 'blob' ? object.content : undefined;
  }

  /** Contents of all files below a folder (all files for `''`), by path from the root. */
  async files(
    revision: string,
    folder: string,
  ): Promise<ReadonlyMap<string, Buffer>> {
    const entries = await this.trees.list(revision, {
      recursive: true,
      folder: folder || undefined,
    });
    const blobs = entries.filter(entry => entry.type === 'blob');
    const objects = await this.objects.readAll(blobs.map(blob => blob.sha));
    return new Map(
      blobs.map((blob, i) => [
        path.posix.normalize(blob.path),
        objects[i]?.content ?? Buffer.alloc(0),
      ]),
    );
  }
}
