import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { isoTime } from './isoTime';
import { repoJson } from './repoJson';
import { teamJson } from './teamJson';
import { userJson } from './userJson';

function linksOf(host: HostContext, fullName: string, pull: Pull) {
  const api = `${host.urls.repo(fullName)}/pulls/${pull.number}`;
  const issue = `${host.urls.repo(fullName)}/issues/${pull.number}`;
  const web = `${host.urls.web(fullName)}/pull/${pull.number}`;
  return {
    url: api,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${host.urls.repo(fullName)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${host.urls.repo(fullName)}/statuses/${pull.head.sha}`,
    _links: {
      self: { href: api },
      html: { href: web },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      commits: { href: `${api}/commits` },
      review_comment: {
        href: `${host.urls.repo(fullName)}/pulls/comments{/number}`,
      },
      review_comments: { href: `${api}/comments` },
      statuses: {
        href: `${host.urls.repo(fullName)}/statuses/${pull.head.sha}`,
      },
    },
  };
}

function labelsJson(host: HostContext, fullName: string, pull: Pull) {
  return pull.labels.map((name, index) => ({
    id: index + 1,
    node_id: `L_${index + 1}`,
    url: `${host.urls.repo(fullName)}/labels/${encodeURIComponent(name)}`,
    name,
    color: 'ededed',
    default: false,
    description: '',
  }));
}

function autoMergeJson({ urls }: HostContext, { autoMerge }: Pull) {
  if (!autoMerge) return null;
  return {
    enabled_by: userJson(urls, autoMerge.login),
    merge_method: autoMerge.method,
    commit_title: autoMerge.title ?? '',
    commit_message: autoMerge.message ?? '',
  };
}

/** A pull request as lists show it. */
export function pullJson(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  viewer: string | undefined,
) {
  const { urls } = host;
  const { owner } = repository.record;
  const repo = repoJson(host, repository, viewer);
  const side = (end: Pull['head']) => ({
    label: `${owner}:${end.ref}`,
    ref: end.ref,
    sha: end.sha,
    user: userJson(urls, owner),
    repo,
  });
  return {
    id: pull.id,
    node_id: `PR_${pull.id}`,
    number: pull.number,
    ...linksOf(host, repository.fullName, pull),
    state: pull.state,
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body ?? null,
    user: userJson(urls, pull.author),
    head: side(pull.head),
    base: side(pull.base),
    created_at: isoTime(pull.createdAt),
    updated_at: isoTime(pull.updatedAt),
    closed_at: isoTime(pull.closedAt),
    merged_at: isoTime(pull.mergedAt),
    merge_commit_sha: pull.mergeCommitSha ?? null,
    assignee: pull.assignees[0] ? userJson(urls, pull.assignees[0]) : null,
    assignees: pull.assignees.map(login => userJson(urls, login)),
    requested_reviewers: pull.requestedReviewers.map(login =>
      userJson(urls, login),
    ),
    requested_teams: pull.requestedTeams.map(slug => teamJson(urls, slug)),
    labels: labelsJson(host, repository.fullName, pull),
    milestone: null,
    author_association: 'MEMBER',
    auto_merge: autoMergeJson(host, pull),
  };
}
