import { ApiError } from '../http/ApiError';
import { HostContext } from '../HostContext';
import { checkRunJson } from '../json/checkRunJson';
import { repoJson } from '../json/repoJson';
import { CheckRun } from '../records/checkSchema';
import { HostedRepository } from '../records/HostedRepository';

/** Fields of a check run that its owner sets. */
export type CheckRunFields = Partial<Omit<CheckRun, 'id' | 'headSha'>>;

/** GitHub's bound on summary and text of a check run, in characters. */
const MAX_OUTPUT = 65_535;

/** Makes a check run on a commit. */
export async function createCheckRun(
  host: HostContext,
  repository: HostedRepository,
  headSha: string,
  fields: CheckRunFields & { readonly name: string },
): Promise<CheckRun> {
  const check: CheckRun = {
    id: repository.nextId(),
    headSha,
    status: 'queued',
    startedAt: host.clock.now(),
    name: fields.name,
  };
  repository.record.checkRuns.push(check);
  return updateCheckRun(host, repository, check, fields);
}

/** Changes a check run; a conclusion completes it. */
export async function updateCheckRun(
  host: HostContext,
  repository: HostedRepository,
  check: CheckRun,
  fields: CheckRunFields,
): Promise<CheckRun> {
  const { summary = '', text = '' } = fields.output ?? {};
  if (summary.length > MAX_OUTPUT || text.length > MAX_OUTPUT) {
    throw ApiError.invalid(
      'CheckRun',
      'output',
      `Only ${MAX_OUTPUT} characters are allowed`,
    );
  }
  const given = Object.entries(fields).filter(([, v]) => v !== undefined);
  Object.assign(check, Object.fromEntries(given));
  if (fields.conclusion) check.status = 'completed';
  if (check.status === 'completed') check.completedAt ??= host.clock.now();
  else {
    check.conclusion = undefined;
    check.completedAt = undefined;
  }
  await repository.save();
  host.deliveries.emit('event', {
    repository: repository.fullName,
    name: 'check_run',
    payload: {
      action: check.status === 'completed' ? 'completed' : 'created',
      check_run: checkRunJson(host.urls, repository.fullName, check),
      repository: repoJson(host, repository, undefined),
    },
  });
  return check;
}
