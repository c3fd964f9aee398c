import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { CheckRun } from '../records/checkSchema';
import { Pull } from '../records/pullSchema';
import { writeMerge } from '../pulls/writeMerge';
import { accounts } from '../accounts/Accounts';
import { announceRefChange } from '../refs/announceRefChange';
import { openPull } from '../pulls/openPull';
import { seedRequest } from './seedRequest';
import { writeFiles } from './writeFiles';

const HOUR_MS = 3_600_000;

export interface MergedPull {
  readonly service: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** When it was merged, milliseconds since the epoch. */
  readonly at: number;
}

/** A change of the past: the bot opened it for olivia, pat approved and merged it. */
export async function seedMergedPull(
  host: HostContext,
  repository: HostedRepository,
  { service, files, at }: MergedPull,
): Promise<void> {
  if (files.size === 0) return;
  const title = `Run ${service} in prod`;
  const { message, body } = seedRequest({
    service,
    title,
    why: `${service} has been good in dev for two weeks.`,
    parameters: { name: service, environments: ['prod'] },
  });
  const head = `slipway/${service}-prod`;
  const { record, git } = repository;
  const base = record.defaultBranch;
  const author = 'slipway-bot';
  await writeFiles(host, repository, {
    login: author,
    message,
    branch: head,
    from: await git.refs.get(`refs/heads/${base}`),
    date: at - 3 * HOUR_MS,
    files,
  });
  const request = { title, body, head, base, author };
  const pull = await openPull(host, repository, request);
  addHistory(repository, pull.number, pull.head.sha, at);
  await merge(host, repository, pull, message, at);
}

async function merge(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  message: string,
  at: number,
): Promise<void> {
  const pat = accounts.get('pat');
  const person = { name: pat?.name ?? '', email: pat?.email ?? '', date: at };
  const how = { method: 'squash', message } as const;
  const after = await writeMerge(repository, pull, how, person);
  Object.assign(pull, {
    state: 'closed',
    createdAt: at - 3 * HOUR_MS,
    updatedAt: at,
    closedAt: at,
    mergedAt: at,
    mergedBy: 'pat',
    mergeCommitSha: after,
    labels: ['slipway'],
  });
  const ref = `refs/heads/${pull.base.ref}`;
  const before = pull.base.sha;
  await repository.git.refs.move(ref, after, before);
  await repository.git.refs.delete(`refs/heads/${pull.head.ref}`);
  const change = { ref, before, after, login: 'pat' };
  await announceRefChange(host, repository, change);
}

function addHistory(
  repository: HostedRepository,
  pull: number,
  commitId: string,
  at: number,
): void {
  repository.record.reviews.push({
    id: repository.nextId(),
    pull,
    user: 'pat',
    state: 'APPROVED',
    body: 'Good to go.',
    commitId,
    submittedAt: at - HOUR_MS,
  });
  const names = ['terraform fmt', 'terraform validate', 'slipway/plan'];
  for (const name of names) {
    const check: CheckRun = {
      id: repository.nextId(),
      name,
      headSha: commitId,
      status: 'completed',
      conclusion: 'success',
      startedAt: at - 3 * HOUR_MS,
      completedAt: at - 3 * HOUR_MS + 42_000,
      output: { title: 'Passed', summary: 'Passed.' },
    };
    repository.record.checkRuns.push(check);
  }
}
