import {
  Bounded,
  CommentFacts,
  LineCommentFacts,
  ReviewWordsFacts,
  ThreadFacts,
} from '../services/conversationFacts';

/** Reads what is said of a pull request, with the integration's own credentials. All methods throw UpstreamError. */
export interface GithubTalk {
  listComments(
    number: number,
    signal: AbortSignal,
  ): Promise<Bounded<CommentFacts>>;
  listLineComments(
    number: number,
    signal: AbortSignal,
  ): Promise<Bounded<LineCommentFacts>>;
  listReviewWords(
    number: number,
    signal: AbortSignal,
  ): Promise<Bounded<ReviewWordsFacts>>;
  listThreads(number: number, signal: AbortSignal): Promise<ThreadFacts[]>;
}

/** What a signed-in person says, with their own token. Methods throw errors of `@backstage/errors`. */
export interface GithubTalker {
  commentOnLine(
    at: {
      readonly number: number;
      readonly headSha: string;
      readonly path: string;
      readonly side: 'LEFT' | 'RIGHT';
      readonly line: number;
      readonly body: string;
    },
    signal: AbortSignal,
  ): Promise<void>;
  reply(
    to: {
      readonly number: number;
      readonly commentId: number;
      readonly body: string;
    },
    signal: AbortSignal,
  ): Promise<void>;
  setResolved(
    thread: { readonly id: string; readonly resolved: boolean },
    signal: AbortSignal,
  ): Promise<void>;
}

/** Makes the client of one person for the time of one request; the token is kept nowhere else. */
export type GithubTalkerFactory = (token: string) => GithubTalker;
