import { accounts } from '../accounts/Accounts';
import { ApiError } from '../http/ApiError';
import { HostContext } from '../HostContext';
import { protectionOf } from '../pulls/protectionOf';
import { HostedRepository } from '../records/HostedRepository';
import { announceRefChange } from './announceRefChange';
import { branchOf } from './RefChange';

export interface MoveRequest {
  readonly ref: string;
  /** Commit to move to; undefined deletes. */
  readonly after: string | undefined;
  readonly login: string;
  /** Also move when the old commit is not an ancestor. */
  readonly force?: boolean;
  /** Fail unless the ref is new. */
  readonly mustBeNew?: boolean;
}

/** Refuses to move a protected branch past its pull requests. */
export function assertMayPush(
  repository: HostedRepository,
  ref: string,
  login: string,
): void {
  const protection = protectionOf(repository, branchOf(ref) ?? '');
  if (!protection) return;
  const admin = accounts.access(login, repository) === 'admin';
  if (admin && !protection.enforceAdmins) return;
  throw new ApiError(
    422,
    `Repository rule violations found\n\nChanges must be made through a pull request.`,
  );
}

/** Moves, makes or deletes a ref for a client of the API. */
export function moveRef(
  host: HostContext,
  repository: HostedRepository,
  request: MoveRequest,
): Promise<void> {
  const { ref, after, login } = request;
  return repository.lock.run(async () => {
    const { refs, history } = repository.git;
    const before = await refs.get(ref);
    if (before && request.mustBeNew) {
      throw new ApiError(422, 'Reference already exists');
    }
    if (before !== undefined || after === undefined) {
      assertMayPush(repository, ref, login);
    }
    if (after === undefined) {
      if (!before) throw new ApiError(422, 'Reference does not exist');
      await refs.delete(ref);
    } else {
      const forward =
        !before || request.force || (await history.isAncestor(before, after));
      if (!forward) throw new ApiError(422, 'Update is not a fast forward');
      if (!(await refs.move(ref, after, before))) {
        throw new ApiError(422, `Reference cannot be updated`);
      }
    }
    if (before !== after) {
      await announceRefChange(host, repository, { ref, before, after, login });
    }
  });
}
