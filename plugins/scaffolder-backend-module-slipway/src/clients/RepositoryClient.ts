/** A repository of a Git host that speaks GitHub's API. */
export interface RepositoryRef {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

export interface RepositoryState {
  readonly exists: boolean;
  /** True while nothing was pushed. */
  readonly empty: boolean;
  /** Messages of the newest commits of the default branch, newest first; 100 at most. */
  readonly commitMessages: readonly string[];
}

export interface OpenPullRequest {
  readonly number: number;
  readonly url: string;
  readonly body: string;
}

/** What the actions ask a Git host, with the portal's own credentials. All throw UpstreamError. */
export interface RepositoryClient {
  getState(repository: RepositoryRef): Promise<RepositoryState>;
  findOpenPullRequest(
    repository: RepositoryRef,
    branch: string,
  ): Promise<OpenPullRequest | undefined>;
  setPullRequestBody(
    repository: RepositoryRef,
    number: number,
    body: string,
  ): Promise<void>;
}
