import { ApiError } from '../http/ApiError';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { announcePull } from './announcePull';

export interface NewPull {
  readonly title: string;
  readonly body?: string;
  /** Branch names in the same repository. */
  readonly head: string;
  readonly base: string;
  readonly draft?: boolean;
  readonly author: string;
}

/** Opens a pull request as https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request does. */
export function openPull(
  host: HostContext,
  repository: HostedRepository,
  request: NewPull,
): Promise<Pull> {
  return repository.lock.run(async () => {
    const sides = await checkSides(repository, request);
    const { record } = repository;
    record.lastNumber += 1;
    const now = host.clock.now();
    const pull: Pull = {
      number: record.lastNumber,
      id: repository.nextId(),
      title: request.title,
      body: request.body,
      state: 'open',
      draft: request.draft ?? false,
      author: request.author,
      head: { ref: request.head, sha: sides.head },
      base: { ref: request.base, sha: sides.base },
      createdAt: now,
      updatedAt: now,
      requestedReviewers: [],
      requestedTeams: [],
      assignees: [],
      labels: [],
    };
    record.pulls.push(pull);
    const ref = `refs/pull/${pull.number}/head`;
    await repository.git.refs.move(ref, sides.head);
    await repository.save();
    announcePull(host, repository, pull, 'opened', request.author);
    return pull;
  });
}

async function checkSides(repository: HostedRepository, request: NewPull) {
  const { history, refs } = repository.git;
  const head = await refs.get(`refs/heads/${request.head}`);
  if (!head) throw ApiError.invalid('PullRequest', 'head');
  const base = await refs.get(`refs/heads/${request.base}`);
  if (!base) throw ApiError.invalid('PullRequest', 'base');
  const refuse = (message: string) => {
    throw new ApiError(422, 'Validation Failed', [
      { resource: 'PullRequest', code: 'custom', message },
    ]);
  };
  const same = repository.record.pulls.find(
    pull =>
      pull.state === 'open' &&
      pull.head.ref === request.head &&
      pull.base.ref === request.base,
  );
  if (same) {
    const label = `${repository.record.owner}:${request.head}`;
    refuse(`A pull request already exists for ${label}.`);
  }
  if (await history.isAncestor(head, base)) {
    refuse(`No commits between ${request.base} and ${request.head}`);
  }
  return { head, base };
}
