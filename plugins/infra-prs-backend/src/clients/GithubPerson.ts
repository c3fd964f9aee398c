/** A pull request and what somebody says about it. */
export interface Words {
  readonly number: number;
  readonly body: string;
}

/** A review of one commit. */
export interface ReviewWords extends Words {
  readonly headSha: string;
}

/** A pull request as GitHub's mutations name it, at the head that was looked at. */
export interface NodeAtHead {
  readonly nodeId: string;
  readonly headSha: string;
}

/** What a signed-in person does on GitHub, with their own token. Methods throw errors of `@backstage/errors`. */
export interface GithubPerson {
  /** The login the token belongs to. */
  login(signal: AbortSignal): Promise<string>;
  approve(review: ReviewWords, signal: AbortSignal): Promise<void>;
  requestChanges(review: ReviewWords, signal: AbortSignal): Promise<void>;
  comment(words: Words, signal: AbortSignal): Promise<void>;
  /** Merges only if the head still is `headSha`. */
  merge(
    change: { number: number; headSha: string },
    signal: AbortSignal,
  ): Promise<void>;
  setState(
    change: { number: number; state: 'open' | 'closed' },
    signal: AbortSignal,
  ): Promise<void>;
  setDraft(
    change: { nodeId: string; draft: boolean },
    signal: AbortSignal,
  ): Promise<void>;
  /** Puts it into the merge queue of its base branch, only if the head still is `headSha`. */
  enqueue(change: NodeAtHead, signal: AbortSignal): Promise<void>;
  /** Lets GitHub merge it once it can, only if the head still is `headSha`. */
  enableAutoMerge(change: NodeAtHead, signal: AbortSignal): Promise<void>;
  disableAutoMerge(nodeId: string, signal: AbortSignal): Promise<void>;
}

/** Makes the client of one person for the time of one request; the token is kept nowhere else. */
export type GithubPersonFactory = (token: string) => GithubPerson;
