import { createHash } from 'node:crypto';
import { ManifestCommit, ManifestSource } from './ManifestSource';

interface Snapshot {
  readonly commit: ManifestCommit;
  readonly files: ReadonlyMap<string, string>;
}

/** A branch in memory, for tests. */
export class InMemoryManifestSource implements ManifestSource {
  private readonly snapshots: Snapshot[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    this.push(files, 'Seed');
  }

  /** Adds a commit; a file set to undefined is removed. Returns the sha. */
  push(
    changes: Readonly<Record<string, string | undefined>>,
    message: string,
    date = new Date().toISOString(),
  ): string {
    const files = new Map(this.snapshots.at(-1)?.files);
    for (const [path, content] of Object.entries(changes)) {
      if (content === undefined) files.delete(path);
      else files.set(path, content);
    }
    const sha = createHash('sha1')
      .update(`${this.snapshots.length}${JSON.stringify([...files])}`)
      .digest('hex');
    const author = 'Olivia Ortega <olivia@acme.example>';
    this.snapshots.push({ commit: { sha, author, date, message }, files });
    return sha;
  }

  async head(): Promise<ManifestCommit> {
    return this.snapshots[this.snapshots.length - 1].commit;
  }

  async files(prefix: string, sha: string) {
    const snapshot = this.snapshots.find(({ commit }) => commit.sha === sha);
    if (!snapshot)
      throw new Error(`Unable to resolve '${sha}' to a commit SHA`);
    return new Map(
      [...snapshot.files].filter(([path]) => path.startsWith(prefix)),
    );
  }

  async commit(sha: string): Promise<ManifestCommit | undefined> {
    return this.snapshots.find(({ commit }) => commit.sha === sha)?.commit;
  }

  async log(limit: number): Promise<readonly ManifestCommit[]> {
    return this.snapshots
      .map(({ commit }) => commit)
      .reverse()
      .slice(0, limit);
  }
}
