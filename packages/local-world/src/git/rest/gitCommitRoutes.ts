import Router from 'express-promise-router';
import { z } from 'zod';
import { accounts } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { viewerOf } from '../http/viewerOf';
import { gitCommitJson } from '../json/commitJson';

const shaSchema = z.string().regex(/^[0-9a-f]{40}$/);
const personSchema = z.object({
  name: z.string(),
  email: z.string(),
  date: z.string().optional(),
});
const bodySchema = z.object({
  message: z.string(),
  tree: shaSchema,
  parents: z.array(shaSchema).default([]),
  author: personSchema.optional(),
  committer: personSchema.optional(),
});

/** https://docs.github.com/en/rest/git/commits */
export function gitCommitRoutes(host: HostContext) {
  const router = Router();
  router.post('/repos/:owner/:repo/git/commits', async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const body = parseBody(bodySchema, request);
    const { objects, history } = repository.git;
    const [tree, ...parents] = await objects.readAll([
      body.tree,
      ...body.parents,
    ]);
    if (tree?.type !== 'tree')
      throw new ApiError(422, 'Tree SHA does not exist');
    if (parents.some(parent => parent?.type !== 'commit')) {
      throw new ApiError(422, 'Parent SHA does not exist or is not a commit');
    }
    const { login } = viewerOf(request);
    const account = accounts.get(login);
    const self = { name: account?.name ?? login, email: account?.email ?? '' };
    const person = (given: z.infer<typeof personSchema> | undefined) => {
      const date = Date.parse(given?.date ?? '');
      return {
        ...(given ?? self),
        date: Number.isNaN(date) ? host.clock.now() : date,
      };
    };
    const sha = await history.write({
      tree: body.tree,
      parents: body.parents,
      message: body.message,
      author: person(body.author),
      committer: person(body.committer ?? body.author),
    });
    const commit = await history.read(sha);
    if (!commit) throw new ApiError(500, 'Commit cannot be read back');
    response
      .status(201)
      .json(gitCommitJson(host.urls, repository.fullName, commit));
  });
  router.get(
    '/repos/:owner/:repo/git/commits/:sha([0-9a-f]{40})',
    async (request, response) => {
      const repository = findRepository(host, request);
      const commit = await repository.git.history.read(request.params.sha);
      if (!commit) throw ApiError.notFound();
      response.json(gitCommitJson(host.urls, repository.fullName, commit));
    },
  );
  return router;
}
