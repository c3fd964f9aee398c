import { FetchEngine, Source } from '@slipway/platform-node';
import { GithubTalk } from '../clients/GithubTalk';
import {
  Bounded,
  CommentFacts,
  LineCommentFacts,
  ReviewWordsFacts,
  ThreadFacts,
} from './conversationFacts';

/** Cached reads of what is said of a change. Viewers share them, so that they never add calls. */
export interface ConversationSources {
  readonly comments: Source<number, Bounded<CommentFacts>>;
  readonly lineComments: Source<number, Bounded<LineCommentFacts>>;
  readonly reviewWords: Source<number, Bounded<ReviewWordsFacts>>;
  readonly threads: Source<number, ThreadFacts[]>;
}

/** Makes the sources over one repository; `target` is its name, which shares a budget. */
export function createConversationSources(
  engine: FetchEngine,
  talk: GithubTalk,
  target: string,
): ConversationSources {
  const make = <T>(
    operation: string,
    seconds: number,
    read: (number: number, signal: AbortSignal) => Promise<T>,
  ): Source<number, T> =>
    engine.createSource<number, T>({
      upstream: 'github',
      operation,
      ttl: { seconds },
      staleFor: { minutes: 10 },
      deadline: { seconds: 10 },
      concurrency: 4,
      key: String,
      target: () => target,
      describe: number => ({ upstream: 'github', target: `change ${number}` }),
      load: async (numbers, { signal }) =>
        new Map(
          await Promise.all(
            numbers.map(
              async number =>
                [String(number), await read(number, signal)] as const,
            ),
          ),
        ),
    });
  return {
    comments: make('ListComments', 5, (n, signal) =>
      talk.listComments(n, signal),
    ),
    lineComments: make('ListLineComments', 5, (n, signal) =>
      talk.listLineComments(n, signal),
    ),
    reviewWords: make('ListReviewWords', 5, (n, signal) =>
      talk.listReviewWords(n, signal),
    ),
    // GraphQL knows no 304: each read counts.
    threads: make('ListThreads', 20, (n, signal) =>
      talk.listThreads(n, signal),
    ),
  };
}
