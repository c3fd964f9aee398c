import Router from 'express-promise-router';
import { z } from 'zod';
import { accounts } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { viewerOf } from '../http/viewerOf';
import { fullRepoJson, permissionsJson } from '../json/repoJson';
import { userJson } from '../json/userJson';

const topicsSchema = z.object({ names: z.array(z.string().max(50)).max(20) });
const updateSchema = z.strictObject({
  allow_auto_merge: z.boolean().optional(),
});
const accessSchema = z.object({ permission: z.string().default('push') });

/** One repository: https://docs.github.com/en/rest/repos/repos */
export function repositoryRoutes(host: HostContext) {
  const router = Router();
  router.get('/repos/:owner/:repo', (request, response) => {
    const repository = findRepository(host, request);
    response.json(fullRepoJson(host, repository, viewerOf(request).login));
  });
  router.patch('/repos/:owner/:repo', async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    const { allow_auto_merge: allowed } = parseBody(updateSchema, request);
    const { record } = repository;
    record.allowAutoMerge = allowed ?? record.allowAutoMerge;
    await repository.save();
    response.json(fullRepoJson(host, repository, viewerOf(request).login));
  });
  router.get('/repos/:owner/:repo/forks', (request, response) => {
    findRepository(host, request);
    response.json([]);
  });
  router.get('/repos/:owner/:repo/topics', (request, response) => {
    const { topics } = findRepository(host, request).record;
    response.json({ names: topics });
  });
  router.put('/repos/:owner/:repo/topics', async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    repository.record.topics = parseBody(topicsSchema, request).names;
    await repository.save();
    response.json({ names: repository.record.topics });
  });
  router.put(
    '/repos/:owner/:repo/collaborators/:login',
    async (request, response) => {
      const repository = findRepository(host, request, 'admin');
      const account = accounts.get(request.params.login);
      if (!account) throw ApiError.notFound();
      const { permission } = parseBody(accessSchema, request);
      repository.record.collaborators[account.login] = permission;
      await repository.save();
      response.status(204).end();
    },
  );
  router.get(
    '/repos/:owner/:repo/collaborators/:login/permission',
    (request, response) => {
      const repository = findRepository(host, request);
      const account = accounts.get(request.params.login);
      if (!account) throw ApiError.notFound();
      const permission = accounts.access(account.login, repository);
      response.json({
        permission,
        role_name: permission,
        user: {
          ...userJson(host.urls, account.login),
          permissions: permissionsJson(permission),
        },
      });
    },
  );
  return router;
}
