import {
  ChangeConversation,
  ConversationComment,
  ConversationThread,
} from '@slipway/plugin-infra-prs-common';
import {
  Bounded,
  CommentFacts,
  LineCommentFacts,
  ReviewWordsFacts,
  ThreadFacts,
} from './conversationFacts';

/** All that was read; `threads` is undefined when GitHub did not tell which are resolved. */
export interface Said {
  readonly comments: Bounded<CommentFacts>;
  readonly lineComments: Bounded<LineCommentFacts>;
  readonly reviewWords: Bounded<ReviewWordsFacts>;
  readonly threads: readonly ThreadFacts[] | undefined;
}

function toComment(comment: CommentFacts): ConversationComment {
  const { id, author, body, createdAt, updatedAt, url } = comment;
  return {
    id,
    author: { login: author.name, isBot: author.isBot },
    body,
    createdAt,
    edited: updatedAt !== createdAt,
    url,
  };
}

/** Threads in the order of their first comments; a reply whose first comment is gone begins one. */
function toThreads(
  comments: readonly LineCommentFacts[],
  known: readonly ThreadFacts[] | undefined,
): ConversationThread[] {
  const threads = new Map<number, LineCommentFacts[]>();
  for (const comment of comments) {
    const id = comment.inReplyTo ?? comment.id;
    const own = threads.get(id);
    if (own) own.push(comment);
    else threads.set(id, [comment]);
  }
  return [...threads].map(([id, own]) => {
    const [{ path, side, line, wholeFile }] = own;
    return {
      id,
      path,
      side,
      line: wholeFile ? undefined : line,
      outdated: !wholeFile && line === undefined,
      resolved: known?.find(each => each.firstCommentId === id)?.resolved,
      comments: own.map(toComment),
    };
  });
}

/** Puts what was said together; a review that says nothing is told by the approvals. */
export function toConversation(said: Said): ChangeConversation {
  const { comments, lineComments, reviewWords, threads: known } = said;
  const threads = toThreads(lineComments.items, known);
  return {
    comments: comments.items.map(toComment),
    reviews: reviewWords.items
      .filter(({ body }) => body.trim() !== '')
      .map(review => ({
        ...toComment(review),
        state: review.state,
        commitId: review.commitId,
      })),
    threads,
    unresolved:
      known && threads.filter(({ resolved }) => resolved === false).length,
    truncated: [comments, lineComments, reviewWords].some(
      ({ truncated }) => truncated,
    ),
    ...(!known && {
      problem: 'GitHub does not tell now which threads are resolved',
    }),
  };
}
