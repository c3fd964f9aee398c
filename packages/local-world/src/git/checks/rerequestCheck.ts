import { HostContext } from '../HostContext';
import { checkRunJson } from '../json/checkRunJson';
import { repoJson } from '../json/repoJson';
import { CheckRun } from '../records/checkSchema';
import { HostedRepository } from '../records/HostedRepository';

/**
 * Tells whoever made a check that it is wanted again. The check stays as it is: its maker decides. As
 * https://docs.github.com/en/rest/checks/runs#rerequest-a-check-run
 */
export function rerequestCheck(
  host: HostContext,
  repository: HostedRepository,
  check: CheckRun,
): void {
  const { owner, name: repo } = repository.record;
  const { name, headSha } = check;
  host.events.emit('checkRerequested', { owner, repo, name, headSha });
  host.deliveries.emit('event', {
    repository: repository.fullName,
    name: 'check_run',
    payload: {
      action: 'rerequested',
      check_run: checkRunJson(host.urls, repository.fullName, check),
      repository: repoJson(host, repository, undefined),
    },
  });
}
