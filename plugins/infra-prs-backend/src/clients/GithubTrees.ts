/** A file of a tree. */
export interface TreeFile {
  readonly sha: string;
  /** In bytes. */
  readonly size: number;
}

/** Files of one commit, below the folders that were asked for. Immutable. */
export interface RepositoryTree {
  readonly files: ReadonlyMap<string, TreeFile>;
  /** GitHub listed only a part: the repository is too large. */
  readonly truncated: boolean;
}

/** A file's text, or why there is none to read. */
export type BlobText =
  | { readonly text: string }
  | { readonly problem: 'missing' | 'binary' | 'too_large' };

/** Two commits that are compared. */
export interface CommitPair {
  readonly baseSha: string;
  readonly headSha: string;
}

/** Reads files of the infrastructure repository by commit. All methods throw UpstreamError. */
export interface GithubTrees {
  /** Where the head began: the last commit that both have. */
  mergeBase(pair: CommitPair, signal: AbortSignal): Promise<string>;
  tree(commitSha: string, signal: AbortSignal): Promise<RepositoryTree>;
  /** Any number of files in one call. */
  blobs(
    shas: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, BlobText>>;
}
