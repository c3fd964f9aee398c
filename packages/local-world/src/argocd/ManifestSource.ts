/** A commit of the infrastructure repository. */
export interface ManifestCommit {
  readonly sha: string;
  /** `Olivia Ortega <olivia@acme.example>` */
  readonly author: string;
  /** ISO 8601 */
  readonly date: string;
  readonly message: string;
}

/** The main branch of the infrastructure repository, as Argo CD reads it. */
export interface ManifestSource {
  /** The newest commit; undefined while there is no such repository. */
  head(): Promise<ManifestCommit | undefined>;
  /** Text files below a folder at a commit, by their full path in the repository. */
  files(prefix: string, sha: string): Promise<ReadonlyMap<string, string>>;
  commit(sha: string): Promise<ManifestCommit | undefined>;
  /** The newest commits of the branch, newest first; used to tell what was deployed before the world began. */
  log?(limit: number): Promise<readonly ManifestCommit[]>;
}
