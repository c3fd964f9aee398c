import { CheckRun, CommitStatus } from '../records/checkSchema';
import { HostUrls } from './HostUrls';
import { isoTime } from './isoTime';
import { userJson } from './userJson';

export function checkRunJson(
  urls: HostUrls,
  fullName: string,
  check: CheckRun,
) {
  const { output } = check;
  return {
    id: check.id,
    node_id: `CR_${check.id}`,
    name: check.name,
    head_sha: check.headSha,
    external_id: check.externalId ?? '',
    url: `${urls.repo(fullName)}/check-runs/${check.id}`,
    html_url: `${urls.web(fullName)}/commit/${check.headSha}#check-${check.id}`,
    details_url: check.detailsUrl ?? null,
    status: check.status,
    conclusion: check.conclusion ?? null,
    started_at: isoTime(check.startedAt),
    completed_at: isoTime(check.completedAt),
    output: {
      title: output?.title ?? null,
      summary: output?.summary ?? null,
      text: output?.text ?? null,
      annotations_count: 0,
      annotations_url: `${urls.repo(fullName)}/check-runs/${
        check.id
      }/annotations`,
    },
    check_suite: { id: check.id },
    app: { id: 1, slug: 'slipway-runner', name: 'Slipway runner' },
    pull_requests: [],
  };
}

export function statusJson(
  urls: HostUrls,
  fullName: string,
  status: CommitStatus,
) {
  return {
    id: status.id,
    node_id: `SC_${status.id}`,
    url: `${urls.repo(fullName)}/statuses/${status.sha}`,
    avatar_url: null,
    state: status.state,
    context: status.context,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    created_at: isoTime(status.createdAt),
    updated_at: isoTime(status.createdAt),
    creator: userJson(urls, status.creator),
  };
}
