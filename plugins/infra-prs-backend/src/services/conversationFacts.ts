import type { Actor } from './changeFacts';

/** Something that somebody wrote below a pull request. */
export interface CommentFacts {
  readonly id: number;
  readonly author: Actor;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly url: string;
}

/** Something that somebody wrote on a line. */
export interface LineCommentFacts extends CommentFacts {
  readonly path: string;
  readonly side: 'LEFT' | 'RIGHT';
  /** Undefined when the line is no longer in the differences. */
  readonly line?: number;
  /** It is about the file, not about a line of it. */
  readonly wholeFile: boolean;
  /** First comment of its thread. */
  readonly inReplyTo?: number;
}

/** A review with words. */
export interface ReviewWordsFacts extends CommentFacts {
  readonly state: string;
  readonly commitId?: string;
}

/** Whether a thread is settled; only GitHub's GraphQL API tells. */
export interface ThreadFacts {
  /** Node id. */
  readonly id: string;
  readonly firstCommentId: number;
  readonly resolved: boolean;
}

/** A list that was read up to a bound. */
export interface Bounded<T> {
  readonly items: readonly T[];
  readonly truncated: boolean;
}
