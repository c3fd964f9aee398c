import {
  APPLY_CHECK_NAME,
  PLAN_CHECK_NAME,
} from '@slipway/plugin-infra-prs-common';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { writeMerge } from '../pulls/writeMerge';
import { accounts } from '../accounts/Accounts';
import { announceRefChange } from '../refs/announceRefChange';
import { openPull } from '../pulls/openPull';
import { SeededRequest, seedRequest } from './seedRequest';
import { writeFiles } from './writeFiles';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface MergedPull {
  readonly request: SeededRequest;
  readonly files: ReadonlyMap<string, Buffer>;
  /** When it was merged, milliseconds since the epoch. */
  readonly at: number;
  /** Hours that it waited for its review. */
  readonly hoursToReview: number;
  /** What went wrong when it was applied for the first time. */
  readonly failure?: string;
}

/** Changes of the past, the oldest first: the bot opened each for somebody, and a colleague approved and merged it. */
export async function seedMergedPulls(
  host: HostContext,
  repository: HostedRepository,
  pulls: readonly MergedPull[],
): Promise<void> {
  for (const pull of pulls) await seedMergedPull(host, repository, pull);
}

async function seedMergedPull(
  host: HostContext,
  repository: HostedRepository,
  past: MergedPull,
): Promise<void> {
  const { request, files, at } = past;
  if (files.size === 0) return;
  const { title } = request;
  const { message, body } = seedRequest(request);
  const head = `slipway/${request.service}-${request.id}`;
  const { record, git } = repository;
  const base = record.defaultBranch;
  const author = 'slipway-bot';
  const opened = at - past.hoursToReview * HOUR_MS - 2 * MINUTE_MS;
  await writeFiles(host, repository, {
    login: author,
    message,
    branch: head,
    from: await git.refs.get(`refs/heads/${base}`),
    date: opened,
    files,
  });
  const pull = await openPull(host, repository, {
    title,
    body,
    head,
    base,
    author,
  });
  const reviewer = request.requester === 'pat' ? 'olivia' : 'pat';
  addReview(repository, pull, reviewer, at - MINUTE_MS);
  addChecks(repository, pull.head.sha, opened);
  await merge(host, repository, pull, { message, reviewer, opened, at });
  if (past.failure) addFailure(repository, pull, past.failure, at);
}

async function merge(
  host: HostContext,
  repository: HostedRepository,
  pull: Pull,
  how: { message: string; reviewer: string; opened: number; at: number },
): Promise<void> {
  const { message, reviewer, opened, at } = how;
  const account = accounts.get(reviewer);
  const { name = '', email = '' } = account ?? {};
  const merger = { name, email, date: at };
  const squash = { method: 'squash', message } as const;
  const after = await writeMerge(repository, pull, squash, merger);
  Object.assign(pull, {
    state: 'closed',
    createdAt: opened,
    updatedAt: at,
    closedAt: at,
    mergedAt: at,
    mergedBy: reviewer,
    mergeCommitSha: after,
    labels: ['slipway'],
  });
  const ref = `refs/heads/${pull.base.ref}`;
  const before = pull.base.sha;
  await repository.git.refs.move(ref, after, before);
  await repository.git.refs.delete(`refs/heads/${pull.head.ref}`);
  const change = { ref, before, after, login: reviewer };
  await announceRefChange(host, repository, change);
}

function addReview(
  repository: HostedRepository,
  pull: Pull,
  user: string,
  submittedAt: number,
): void {
  repository.record.reviews.push({
    id: repository.nextId(),
    pull: pull.number,
    user,
    state: 'APPROVED',
    body: 'Good to go.',
    commitId: pull.head.sha,
    submittedAt,
  });
}

/** The runner fills in what a plan says: see `reportPast`. */
function addChecks(
  repository: HostedRepository,
  headSha: string,
  startedAt: number,
): void {
  for (const name of ['terraform fmt', 'terraform validate', PLAN_CHECK_NAME]) {
    repository.record.checkRuns.push({
      id: repository.nextId(),
      name,
      headSha,
      status: 'completed',
      conclusion: 'success',
      startedAt,
      completedAt: startedAt + 42_000,
      output: { title: 'Passed', summary: 'Passed.' },
    });
  }
}

function addFailure(
  repository: HostedRepository,
  { mergeCommitSha = '' }: Pull,
  message: string,
  at: number,
): void {
  repository.record.checkRuns.push({
    id: repository.nextId(),
    name: APPLY_CHECK_NAME,
    headSha: mergeCommitSha,
    status: 'completed',
    conclusion: 'failure',
    startedAt: at + 5_000,
    completedAt: at + 50_000,
    output: { title: 'It could not be applied', summary: message },
  });
}
