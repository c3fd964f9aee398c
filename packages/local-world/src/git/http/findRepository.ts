import { Request } from 'express';
import { Access, accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { ApiError } from './ApiError';
import { viewerOf } from './viewerOf';

/** The repository a path names, if the viewer has the access needed: 404 when it must not even be seen. */
export function findRepository(
  host: HostContext,
  request: Request,
  needed: Access = 'read',
): HostedRepository {
  const { owner = '', repo = '' } = request.params;
  const repository = host.repositories.get(owner, repo);
  if (!repository) throw ApiError.notFound();
  const access = accounts.access(viewerOf(request).login, repository);
  if (!includesAccess(access, 'read')) throw ApiError.notFound();
  if (!includesAccess(access, needed)) {
    throw new ApiError(
      403,
      needed === 'admin'
        ? 'Must have admin rights to Repository.'
        : 'Must have write access to Repository.',
    );
  }
  return repository;
}

/** The pull request a path names by `number`. */
export function findPull(repository: HostedRepository, request: Request): Pull {
  const pull = repository.pull(Number(request.params.number));
  if (!pull) throw ApiError.notFound();
  return pull;
}

/** The commit that text of a request means. */
export async function findCommit(
  repository: HostedRepository,
  revision: string,
): Promise<string> {
  const sha = await repository.git.history.resolve(revision);
  if (sha) return sha;
  if ((await repository.git.refs.list('refs/heads/')).length === 0) {
    throw new ApiError(409, 'Git Repository is empty.');
  }
  throw new ApiError(422, `No commit found for SHA: ${revision}`);
}
