import { ManifestCommit, ManifestSource } from './ManifestSource';

/** Folder of the infrastructure repository that Argo CD reads. */
const GITOPS_FOLDER = 'gitops/';
const MAX_SNAPSHOTS = 12;

/** Reads each commit of the GitOps folder once for all instances and applications. */
export class GitOpsRepository {
  private readonly snapshots = new Map<
    string,
    Promise<ReadonlyMap<string, string>>
  >();

  constructor(private readonly source: ManifestSource) {}

  head(): Promise<ManifestCommit | undefined> {
    return this.source.head();
  }

  commit(sha: string): Promise<ManifestCommit | undefined> {
    return this.source.commit(sha);
  }

  /** The newest commits, newest first; only the head when the source keeps no log. */
  async log(limit: number): Promise<readonly ManifestCommit[]> {
    if (this.source.log) return this.source.log(limit);
    const head = await this.source.head();
    return head ? [head] : [];
  }

  /** All files of the GitOps folder at a commit. */
  files(sha: string): Promise<ReadonlyMap<string, string>> {
    const known = this.snapshots.get(sha);
    if (known) return known;
    const reading = this.source.files(GITOPS_FOLDER, sha);
    this.snapshots.set(sha, reading);
    reading.catch(() => this.snapshots.delete(sha));
    const [oldest] = this.snapshots.keys();
    if (this.snapshots.size > MAX_SNAPSHOTS) this.snapshots.delete(oldest);
    return reading;
  }

  clear(): void {
    this.snapshots.clear();
  }
}
