import { accounts } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { announceRefChange } from '../refs/announceRefChange';
import { TreeChange } from '../repository/GitTrees';

export interface FileCommit {
  readonly login: string;
  readonly message: string;
  /** Contents by path; undefined removes. */
  readonly files: ReadonlyMap<string, Buffer | undefined>;
  /** Default: the default branch. */
  readonly branch?: string;
  /** Commit to start a new branch from. */
  readonly from?: string;
  /** Milliseconds since the epoch; default: now. */
  readonly date?: number;
}

/** Commits files to a branch, making it when it is new. Answers the commit. */
export function writeFiles(
  host: HostContext,
  repository: HostedRepository,
  request: FileCommit,
): Promise<string> {
  return repository.lock.run(async () => {
    const { refs, trees, objects, history } = repository.git;
    const ref = `refs/heads/${
      request.branch ?? repository.record.defaultBranch
    }`;
    const before = await refs.get(ref);
    const parent = before ?? request.from;
    const changes: TreeChange[] = [];
    for (const [path, content] of request.files) {
      const sha = content && (await objects.write('blob', content));
      changes.push({ path, mode: '100644', sha });
    }
    const account = accounts.get(request.login);
    const person = {
      name: account?.name ?? request.login,
      email: account?.email ?? `${request.login}@acme.example`,
      date: request.date ?? host.clock.now(),
    };
    const after = await history.write({
      tree: await trees.write(parent, changes),
      parents: parent ? [parent] : [],
      author: person,
      committer: person,
      message: request.message,
    });
    if (!(await refs.move(ref, after, before))) {
      throw new Error(`${repository.fullName}: ${ref} cannot be moved`);
    }
    const { login } = request;
    await announceRefChange(host, repository, { ref, before, after, login });
    return after;
  });
}
