import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { CrowdChange, CrowdCommits, crowdCommits } from './crowdCommits';
import { CrowdDiff, crowdFiles } from './crowdFiles';
import { crowdPlan } from './crowdPlan';
import { seedRequest } from './seedRequest';

const HOUR_MS = 3_600_000;
const PERIOD_MS = 60 * 24 * HOUR_MS;
const PEOPLE = ['olivia', 'sam', 'pat'];
const CHECKS = ['terraform fmt', 'terraform validate'];

/** How many changes, and what they are like. */
export interface Crowd {
  readonly requests: number;
  /** Share of them (0..1) that are open. */
  readonly openShare: number;
  /** Each makes one open change with a plan of so many resources. */
  readonly plans: readonly number[];
  /** Each makes one open change with a diff of that size. */
  readonly diffs?: readonly CrowdDiff[];
}

/** A change of a size that was asked for. */
type Sized = { readonly number: number; readonly resources: number };

interface CrowdRequest extends CrowdChange {
  readonly resources: number;
  readonly body: string;
}

const ONE_LINE: CrowdDiff = { files: 1, lines: 1 };

function requestOf(
  number: number,
  at: number,
  merged: boolean,
  size: number,
  diff = ONE_LINE,
) {
  const title = `Change ${number} of many`;
  const { message, body } = seedRequest({
    service: 'go-worker',
    environment: 'dev',
    requester: PEOPLE[number % PEOPLE.length],
    id: `crowd-${number}`,
    title,
    why: 'It is one of many, to measure with.',
    parameters: { name: 'go-worker', size },
  });
  const files = crowdFiles(number, diff);
  return { number, merged, files, message, body, at, resources: size };
}

function pullOf(
  repository: HostedRepository,
  request: CrowdRequest,
  { head, base, merge }: CrowdCommits,
): Pull {
  const { number, at, body } = request;
  const closed = request.merged && {
    closedAt: at + HOUR_MS,
    mergedAt: at + HOUR_MS,
    mergedBy: 'pat',
    mergeCommitSha: merge,
  };
  return {
    number,
    id: repository.nextId(),
    title: `Change ${number} of many`,
    body,
    state: request.merged ? 'closed' : 'open',
    draft: false,
    author: 'slipway-bot',
    head: { ref: `crowd/${number}`, sha: head },
    base: { ref: repository.record.defaultBranch, sha: base },
    createdAt: at,
    updatedAt: at + HOUR_MS,
    requestedReviewers: [],
    requestedTeams: [],
    assignees: [],
    labels: ['slipway'],
    ...closed,
  };
}

function addChecks(
  repository: HostedRepository,
  request: CrowdRequest,
  { head, merge }: CrowdCommits,
): void {
  const add = (name: string, headSha: string, text?: string) =>
    repository.record.checkRuns.push({
      id: repository.nextId(),
      name,
      headSha,
      status: 'completed',
      conclusion: 'success',
      startedAt: request.at,
      completedAt: request.at + 42_000,
      output: { title: 'Passed', summary: 'Passed.', text },
    });
  for (const name of CHECKS) add(name, head);
  add('slipway/plan', head, crowdPlan(head, request.resources));
  if (merge) add('slipway/apply', merge);
}

function addReview(
  repository: HostedRepository,
  request: CrowdRequest,
  commitId: string,
): void {
  repository.record.reviews.push({
    id: repository.nextId(),
    pull: request.number,
    user: 'pat',
    state: 'APPROVED',
    body: 'Good to go.',
    commitId,
    submittedAt: request.at + HOUR_MS / 2,
  });
}

function requestsOf(host: HostContext, first: number, crowd: Crowd) {
  const { requests, openShare, plans, diffs = [] } = crowd;
  const now = host.clock.now();
  const open = Math.round(requests * openShare);
  const many = Array.from({ length: requests }, (_, index) => {
    const at = now - PERIOD_MS + (PERIOD_MS / (requests + 1)) * index;
    return requestOf(first + index, at, index < requests - open, 2);
  });
  const planned = plans.map((size, index) =>
    requestOf(first + requests + index, now - HOUR_MS * 2, false, size),
  );
  const afterPlans = first + requests + plans.length;
  const wide = diffs.map((diff, index) =>
    requestOf(afterPlans + index, now - HOUR_MS * 2, false, 2, diff),
  );
  return { all: [...many, ...planned, ...wide], planned, wide };
}

/** Thousands of pull requests with their commits, reviews and checks, to measure with. Nobody is told of them. */
export async function seedCrowd(
  host: HostContext,
  repository: HostedRepository,
  crowd: Crowd,
): Promise<{
  readonly planned: readonly Sized[];
  /** Numbers of the changes with the diffs that were asked for. */
  readonly wide: readonly number[];
}> {
  return repository.lock.run(async () => {
    const { record, git } = repository;
    const ref = `refs/heads/${record.defaultBranch}`;
    const tip = (await git.refs.get(ref)) ?? '';
    const first = record.lastNumber + 1;
    const { all, planned, wide } = requestsOf(host, first, crowd);
    const commits = await crowdCommits(git.gitDir, all, { ref, tip });
    for (const request of all) {
      const made = commits.get(request);
      if (!made) continue;
      record.pulls.push(pullOf(repository, request, made));
      addChecks(repository, request, made);
      if (request.merged) addReview(repository, request, made.head);
    }
    record.lastNumber += all.length;
    record.pushedAt = host.clock.now();
    await repository.save();
    return {
      planned: planned.map(({ number, resources }) => ({ number, resources })),
      wide: wide.map(({ number }) => number),
    };
  });
}
