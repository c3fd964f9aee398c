import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RecentResults } from '../records/RecentResults';
import { GitDiffs } from './GitDiffs';
import { GitHistory } from './GitHistory';
import { GitMerges } from './GitMerges';
import { GitObjects } from './GitObjects';
import { GitRefs } from './GitRefs';
import { GitTrees } from './GitTrees';

/** https://git-scm.com/docs/gitrepository-layout; written without git, as a world makes several at its start. */
const settings = `[core]
\trepositoryformatversion = 0
\tfilemode = true
\tbare = true
[http]
\treceivepack = true
[gc]
\tauto = 0
[receive]
\tdenyDeleteCurrent = ignore
[uploadpack]
\tallowAnySHA1InWant = true
`;

/** One bare Git repository on disk. */
export class BareRepository {
  readonly objects: GitObjects;
  readonly refs: GitRefs;
  readonly trees: GitTrees;
  readonly history: GitHistory;
  readonly diffs: GitDiffs;
  readonly merges: GitMerges;

  /** Argo CD asks for the same folders of the same commit all the time. */
  private readonly recentFiles = new RecentResults<ReadonlyMap<string, Buffer>>(
    20,
  );

  constructor(readonly gitDir: string) {
    this.objects = new GitObjects(gitDir);
    this.refs = new GitRefs(gitDir);
    this.trees = new GitTrees(gitDir, this.objects);
    this.history = new GitHistory(gitDir, this.objects);
    this.diffs = new GitDiffs(gitDir);
    this.merges = new GitMerges(gitDir, this.objects, this.trees);
  }

  /** Makes the repository, or takes it as it is when it is there. */
  static async create(
    gitDir: string,
    defaultBranch: string,
  ): Promise<BareRepository> {
    for (const folder of ['objects/info', 'objects/pack', 'refs/heads']) {
      await mkdir(path.join(gitDir, folder), { recursive: true });
    }
    await writeFile(path.join(gitDir, 'config'), settings);
    const head = `ref: refs/heads/${defaultBranch}\n`;
    await writeFile(path.join(gitDir, 'HEAD'), head);
    return new BareRepository(gitDir);
  }

  /** A file's content at a revision; undefined when it is not there. */
  async file(revision: string, file: string): Promise<Buffer | undefined> {
    const object = await this.objects.read(`${revision}:${file}`);
    return object?.type === 'blob' ? object.content : undefined;
  }

  /** Contents of all files below a folder (all files for `''`) of a commit, by path from the root. */
  files(sha: string, folder: string): Promise<ReadonlyMap<string, Buffer>> {
    return this.recentFiles.get(`${sha}:${folder}`, async () => {
      const entries = await this.trees.list(sha, {
        recursive: true,
        folder: folder || undefined,
      });
      const blobs = entries.filter(entry => entry.type === 'blob');
      const objects = await this.objects.readAll(blobs.map(blob => blob.sha));
      return new Map(
        blobs.map((blob, i) => [
          blob.path,
          objects[i]?.content ?? Buffer.alloc(0),
        ]),
      );
    });
  }
}
