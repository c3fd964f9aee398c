import { HostContext } from '../HostContext';
import { repoJson } from '../json/repoJson';
import { userJson } from '../json/userJson';
import { HostedRepository } from '../records/HostedRepository';
import { NO_SHA, RefChange } from '../refs/RefChange';

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#push, without the commits. */
export function pushPayload(
  host: HostContext,
  repository: HostedRepository,
  change: RefChange,
) {
  return {
    ref: change.ref,
    before: change.before ?? NO_SHA,
    after: change.after ?? NO_SHA,
    created: change.before === undefined,
    deleted: change.after === undefined,
    forced: false,
    commits: [],
    repository: repoJson(host, repository, change.login),
    pusher: { name: change.login },
    sender: userJson(host.urls, change.login),
  };
}
