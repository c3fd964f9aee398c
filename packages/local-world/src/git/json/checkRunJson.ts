import { CheckRun, CommitStatus } from '../records/checkSchema';
import { HostUrls } from './HostUrls';
import { isoTime } from './isoTime';
import { userJson } from './userJson';

/** The GitHub App in whose name all checks of the host are written. */
function runnerAppJson(urls: HostUrls) {
  return {
    id: 1,
    node_id: 'A_1',
    slug: 'slipway-runner',
    name: 'Slipway runner',
    description: null,
    owner: userJson(urls, 'acme'),
    external_url: urls.base,
    html_url: `${urls.base}/apps/slipway-runner`,
    created_at: '2024-01-08T09:00:00Z',
    updated_at: '2024-01-08T09:00:00Z',
    permissions: { checks: 'write', contents: 'read', metadata: 'read' },
    events: ['pull_request'],
  };
}

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
      annotations_count: output?.annotations?.length ?? 0,
      annotations_url: `${urls.repo(fullName)}/check-runs/${
        check.id
      }/annotations`,
    },
    check_suite: { id: check.id },
    app: runnerAppJson(urls),
    pull_requests: [],
  };
}

/** A status among those of a commit. */
export function simpleStatusJson(
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
  };
}

export function statusJson(
  urls: HostUrls,
  fullName: string,
  status: CommitStatus,
) {
  return {
    ...simpleStatusJson(urls, fullName, status),
    creator: userJson(urls, status.creator),
  };
}
