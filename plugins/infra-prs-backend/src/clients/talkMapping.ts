import type { Octokit } from 'octokit';
import {
  CommentFacts,
  LineCommentFacts,
  ReviewWordsFacts,
} from '../services/conversationFacts';
import { toActor } from './githubMapping';

type Rest = Octokit['rest'];
type Data<F extends (...args: never[]) => Promise<{ data: unknown }>> = Awaited<
  ReturnType<F>
>['data'];
type IssueComment = Data<Rest['issues']['listComments']>[number];
type LineComment = Data<Rest['pulls']['listReviewComments']>[number];
type Review = Data<Rest['pulls']['listReviews']>[number];

export function toComment(comment: IssueComment): CommentFacts {
  return {
    id: comment.id,
    author: toActor(comment.user, undefined),
    body: comment.body ?? '',
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
    url: comment.html_url,
  };
}

export function toLineComment(comment: LineComment): LineCommentFacts {
  return {
    id: comment.id,
    author: toActor(comment.user, undefined),
    body: comment.body,
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
    url: comment.html_url,
    path: comment.path,
    side: comment.side === 'LEFT' ? 'LEFT' : 'RIGHT',
    line: comment.line ?? undefined,
    wholeFile: comment.subject_type === 'file',
    inReplyTo: comment.in_reply_to_id,
  };
}

export function toReviewWords(review: Review): ReviewWordsFacts | undefined {
  // Pending reviews have no date and are nobody's business but their author's.
  if (!review.submitted_at) return undefined;
  return {
    id: review.id,
    author: toActor(review.user, undefined),
    body: review.body,
    createdAt: review.submitted_at,
    updatedAt: review.submitted_at,
    url: review.html_url,
    state: review.state,
    commitId: review.commit_id ?? undefined,
  };
}
