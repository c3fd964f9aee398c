import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { pullJson } from './pullJson';

/** What is the same on both sides of it. */
const SHARED = [
  ...(['id', 'node_id', 'number', 'html_url', 'comments_url'] as const),
  ...(['state', 'locked', 'draft', 'title', 'body', 'user'] as const),
  ...(['labels', 'milestone', 'assignee', 'assignees'] as const),
  ...(['created_at', 'updated_at', 'closed_at'] as const),
  'author_association' as const,
];

/** A pull request as the issue that it also is. */
export function issueJson(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
) {
  const json = pullJson(host, repository, pull, undefined);
  const url = json.issue_url;
  const shared = Object.fromEntries(SHARED.map(name => [name, json[name]]));
  const { issueComments } = repository.record;
  return {
    ...shared,
    url,
    repository_url: host.urls.repo(repository.fullName),
    labels_url: `${url}/labels{/name}`,
    events_url: `${url}/events`,
    state_reason: null,
    comments: issueComments.filter(one => one.pull === pull.number).length,
    pull_request: {
      url: json.url,
      html_url: json.html_url,
      diff_url: json.diff_url,
      patch_url: json.patch_url,
      merged_at: json.merged_at,
    },
  };
}
