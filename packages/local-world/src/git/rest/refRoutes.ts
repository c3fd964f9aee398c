import Router from 'express-promise-router';
import { z } from 'zod';
import { wildcardOf } from '../http/wildcardOf';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { viewerOf } from '../http/viewerOf';
import { HostedRepository } from '../records/HostedRepository';
import { moveRef } from '../refs/moveRef';
import { isRefName } from '../repository/isRefName';

const shaSchema = z.string().regex(/^[0-9a-f]{40}$/);
const createSchema = z.object({ ref: z.string(), sha: shaSchema });
const updateSchema = z.object({
  sha: shaSchema,
  force: z.boolean().default(false),
});

/** https://docs.github.com/en/rest/git/refs */
export function refRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo/git';
  const json = (
    repository: HostedRepository,
    ref: string,
    sha: string,
    type = 'commit',
  ) => {
    const url = `${host.urls.repo(repository.fullName)}/git`;
    const object = { sha, type, url: `${url}/${type}s/${sha}` };
    return { ref, node_id: `REF_${ref}`, url: `${url}/${ref}`, object };
  };

  router.get(`${base}/ref/*`, async (request, response) => {
    const repository = findRepository(host, request);
    const ref = `refs/${wildcardOf(request)}`;
    const sha = await repository.git.refs.get(ref);
    if (!sha) throw ApiError.notFound();
    response.json(json(repository, ref, sha));
  });
  router.get(`${base}/matching-refs/*`, async (request, response) => {
    const repository = findRepository(host, request);
    const refs = await repository.git.refs.list(`refs/${wildcardOf(request)}`);
    response.json(
      refs.map(ref => json(repository, ref.name, ref.sha, ref.type)),
    );
  });
  router.post(`${base}/refs`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const { ref, sha } = parseBody(createSchema, request);
    if (!isRefName(ref)) {
      throw new ApiError(422, `${ref} is not a valid ref name.`);
    }
    await assertObject(repository, sha);
    const { login } = viewerOf(request);
    await moveRef(host, repository, {
      ref,
      after: sha,
      login,
      mustBeNew: true,
    });
    response.status(201).json(json(repository, ref, sha));
  });
  router.patch(`${base}/refs/*`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const ref = `refs/${wildcardOf(request)}`;
    const { sha, force } = parseBody(updateSchema, request);
    if (!(await repository.git.refs.get(ref))) {
      throw new ApiError(422, 'Reference does not exist');
    }
    await assertObject(repository, sha);
    const { login } = viewerOf(request);
    await moveRef(host, repository, { ref, after: sha, login, force });
    response.json(json(repository, ref, sha));
  });
  router.delete(`${base}/refs/*`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const ref = `refs/${wildcardOf(request)}`;
    const { login } = viewerOf(request);
    await moveRef(host, repository, { ref, after: undefined, login });
    response.status(204).end();
  });
  return router;
}

async function assertObject(
  repository: HostedRepository,
  sha: string,
): Promise<void> {
  const object = await repository.git.objects.read(sha);
  if (!object) throw new ApiError(422, 'Object does not exist');
}
