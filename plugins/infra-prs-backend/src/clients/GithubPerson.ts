/** What a signed-in person does on GitHub, with their own token. Methods throw errors of `@backstage/errors`. */
export interface GithubPerson {
  /** The login the token belongs to. */
  login(signal: AbortSignal): Promise<string>;
  approve(
    review: { number: number; headSha: string; body: string },
    signal: AbortSignal,
  ): Promise<void>;
  /** Merges only if the head still is `headSha`. */
  merge(
    change: { number: number; headSha: string },
    signal: AbortSignal,
  ): Promise<void>;
}

/** Makes the client of one person for the time of one request; the token is kept nowhere else. */
export type GithubPersonFactory = (token: string) => GithubPerson;
