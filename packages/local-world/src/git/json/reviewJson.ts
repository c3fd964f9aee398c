import { Comment, Review } from '../records/pullSchema';
import { HostUrls } from './HostUrls';
import { isoTime } from './isoTime';
import { userJson } from './userJson';

export function reviewJson(urls: HostUrls, fullName: string, review: Review) {
  const pull = `${urls.repo(fullName)}/pulls/${review.pull}`;
  const web = `${urls.web(fullName)}/pull/${review.pull}`;
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: userJson(urls, review.user),
    body: review.body,
    state: review.state,
    html_url: `${web}#pullrequestreview-${review.id}`,
    pull_request_url: pull,
    author_association: 'MEMBER',
    commit_id: review.commitId,
    submitted_at: isoTime(review.submittedAt) ?? undefined,
    _links: {
      html: { href: `${web}#pullrequestreview-${review.id}` },
      pull_request: { href: pull },
    },
  };
}

function base(urls: HostUrls, comment: Comment) {
  return {
    id: comment.id,
    user: userJson(urls, comment.user),
    body: comment.body,
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.updatedAt),
    author_association: 'MEMBER',
  };
}

export function issueCommentJson(
  urls: HostUrls,
  fullName: string,
  comment: Comment,
) {
  return {
    ...base(urls, comment),
    node_id: `IC_${comment.id}`,
    url: `${urls.repo(fullName)}/issues/comments/${comment.id}`,
    issue_url: `${urls.repo(fullName)}/issues/${comment.pull}`,
    html_url: `${urls.web(fullName)}/pull/${comment.pull}#issuecomment-${
      comment.id
    }`,
  };
}

export function reviewCommentJson(
  urls: HostUrls,
  fullName: string,
  comment: Comment,
  outdated = false,
) {
  const url = `${urls.repo(fullName)}/pulls/comments/${comment.id}`;
  const pull = `${urls.repo(fullName)}/pulls/${comment.pull}`;
  const page = `${urls.web(fullName)}/pull/${comment.pull}`;
  const html = `${page}#discussion_r${comment.id}`;
  return {
    ...base(urls, comment),
    node_id: `PRRC_${comment.id}`,
    url,
    pull_request_url: pull,
    html_url: html,
    _links: {
      self: { href: url },
      html: { href: html },
      pull_request: { href: pull },
    },
    pull_request_review_id: comment.review ?? null,
    path: comment.file,
    commit_id: comment.commitId,
    original_commit_id: comment.commitId,
    ...(comment.line && {
      // TypeScript clients know the field as a number, but it is null once the line is gone.
      line: outdated ? null : comment.line,
      original_line: comment.line,
    }),
    side: comment.side ?? 'RIGHT',
    in_reply_to_id: comment.inReplyTo,
    diff_hunk: '',
  };
}
