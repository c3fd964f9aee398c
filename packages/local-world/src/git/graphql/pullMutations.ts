import { accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { announcePull, PullAction } from '../pulls/announcePull';
import { noteHappening } from '../pulls/noteHappening';
import { mergeability } from '../pulls/mergeability';
import { protectionBlockers } from '../pulls/protectionBlockers';
import { mergeQueueOf, protectionOf } from '../pulls/protectionOf';
import { HostedRepository } from '../records/HostedRepository';
import { Happening, Pull } from '../records/pullSchema';
import { GraphqlError } from './GraphqlError';
import { MutationInput } from './readMutation';

interface Mutation {
  readonly host: HostContext;
  readonly repository: HostedRepository;
  readonly pull: Pull;
  readonly input: MutationInput;
  readonly login: string;
}

type Mutate = (mutation: Mutation) => Promise<PullAction> | PullAction;

function assertHead({ pull, input }: Mutation): void {
  if (!input.expectedHeadOid || input.expectedHeadOid === pull.head.sha) return;
  throw new GraphqlError(
    'UNPROCESSABLE',
    'Head branch was modified. Review and try the merge again.',
  );
}

function setDraft(draft: boolean): Mutate {
  return ({ pull }) => {
    pull.draft = draft;
    if (draft) pull.autoMerge = undefined;
    return draft ? 'converted_to_draft' : 'ready_for_review';
  };
}

async function enableAutoMerge(mutation: Mutation): Promise<PullAction> {
  const { repository, pull, input, login } = mutation;
  const refuse = (why: string) => {
    throw new GraphqlError('UNPROCESSABLE', `Pull request ${why}`);
  };
  if (!repository.record.allowAutoMerge) {
    refuse('Auto merge is not allowed for this repository');
  }
  if (!protectionOf(repository, pull.base.ref)) {
    refuse('Protected branch rules not configured for this branch');
  }
  assertHead(mutation);
  const { state } = await mergeability(repository, pull);
  if (state === 'clean') refuse('Pull request is in clean status');
  if (state === 'dirty') refuse('Pull request is in dirty status');
  if (state === 'draft') refuse('Pull request is in draft state');
  pull.autoMerge = { login, method: input.mergeMethod ?? 'merge' };
  return 'auto_merge_enabled';
}

function disableAutoMerge({ pull }: Mutation): PullAction {
  if (!pull.autoMerge) {
    const message = "Can't disable auto-merge for this pull request";
    throw new GraphqlError('UNPROCESSABLE', message);
  }
  pull.autoMerge = undefined;
  return 'auto_merge_disabled';
}

async function enqueue(mutation: Mutation): Promise<PullAction> {
  const { host, repository, pull, login } = mutation;
  if (!mergeQueueOf(repository, pull.base.ref)) {
    const message = 'The base branch does not have a merge queue';
    throw new GraphqlError('UNPROCESSABLE', message);
  }
  assertHead(mutation);
  const { state } = await mergeability(repository, pull);
  const blockers = await protectionBlockers(repository, pull);
  if (!['clean', 'unstable'].includes(state) || blockers.length > 0) {
    const why = blockers.join(' ') || `Pull request is in ${state} status`;
    throw new GraphqlError('UNPROCESSABLE', why);
  }
  pull.queued = { login, sha: pull.head.sha, at: host.clock.now() };
  return 'enqueued';
}

function dequeue({ pull }: Mutation): PullAction {
  if (!pull.queued) {
    const message = 'Pull request is not in the merge queue';
    throw new GraphqlError('UNPROCESSABLE', message);
  }
  pull.queued = undefined;
  return 'dequeued';
}

const MUTATIONS: Readonly<Record<string, Mutate>> = {
  markPullRequestReadyForReview: setDraft(false),
  convertPullRequestToDraft: setDraft(true),
  enablePullRequestAutoMerge: enableAutoMerge,
  disablePullRequestAutoMerge: disableAutoMerge,
  enqueuePullRequest: enqueue,
  dequeuePullRequest: dequeue,
};

/** What the timeline calls it. */
const HAPPENINGS: Partial<Record<PullAction, Happening['type']>> = {
  ready_for_review: 'ReadyForReviewEvent',
  converted_to_draft: 'ConvertToDraftEvent',
  auto_merge_enabled: 'AutoMergeEnabledEvent',
  auto_merge_disabled: 'AutoMergeDisabledEvent',
  enqueued: 'AddedToMergeQueueEvent',
  dequeued: 'RemovedFromMergeQueueEvent',
};

function findByNode(host: HostContext, nodeId: string) {
  for (const repository of host.repositories.list()) {
    const pull = repository.record.pulls.find(p => `PR_${p.id}` === nodeId);
    if (pull) return { repository, pull };
  }
  const message = `Could not resolve to a node with the global id of '${nodeId}'`;
  throw new GraphqlError('NOT_FOUND', message);
}

function assertMay({ repository, pull, login }: Mutation, field: string) {
  const own = pull.author === login && /Draft|Ready/.test(field);
  const access = accounts.access(login, repository);
  if (own || includesAccess(access, 'write')) return;
  const name = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
  throw new GraphqlError(
    'FORBIDDEN',
    `${login} does not have the correct permissions to execute \`${name}\``,
  );
}

/** Whether the host knows a mutation. */
export function isPullMutation(field: string): boolean {
  return Object.hasOwn(MUTATIONS, field);
}

/** Runs a mutation of a pull request: https://docs.github.com/en/graphql/reference/pulls */
export async function runPullMutation(
  host: HostContext,
  field: string,
  input: MutationInput,
  login: string,
): Promise<void> {
  const { repository, pull } = findByNode(host, input.pullRequestId);
  const mutation = { host, repository, pull, input, login };
  assertMay(mutation, field);
  await repository.lock.run(async () => {
    if (pull.state === 'closed') {
      throw new GraphqlError('UNPROCESSABLE', 'Pull request is closed');
    }
    const action = await MUTATIONS[field](mutation);
    const type = HAPPENINGS[action];
    if (type) noteHappening(host, repository, pull, { type, login });
    pull.updatedAt = host.clock.now();
    await repository.save();
    announcePull(host, repository, pull, action, login);
  });
}
