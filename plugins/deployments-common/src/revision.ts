/** The pull request that brought a commit. @public */
export interface RevisionPullRequest {
  readonly number: number;
  readonly title: string;
  /** Path in the portal, `/infra-prs/12`. */
  readonly url: string;
}

/** What was deployed: a commit where it is known, otherwise just the text the platform gives. @public */
export interface Revision {
  /** Full commit id, a chart version or a task definition such as `orders:12`. */
  readonly sha: string;
  /** Commit page at the Git host. */
  readonly url?: string;
  /** First line of the commit message. */
  readonly message?: string;
  readonly author?: string;
  /** ISO 8601. */
  readonly date?: string;
  readonly pullRequest?: RevisionPullRequest;
}
