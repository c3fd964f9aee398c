import { RequestHandler } from 'express';
import Router from 'express-promise-router';
import { HostContext } from '../HostContext';
import { diffRange } from '../pulls/diffRange';
import { HostedRepository } from '../records/HostedRepository';
import { EMPTY_TREE } from '../repository/GitDiffs';
import { archiveFileRoutes } from './archiveFileRoutes';
import { commitPage } from './commitPage';
import { errorPage } from './errorPage';
import { filePage } from './filePage';
import { pullPage } from './pullPage';
import { repositoryPage } from './repositoryPage';

/** Plain pages behind the links that the API hands out. They need no sign-in: the host is a loopback one. */
export function webRoutes(host: HostContext): RequestHandler {
  const router = Router();
  const find = (params: Record<string, string>): HostedRepository | undefined =>
    host.repositories.get(params.owner, params.repo);
  router.use((_request, response, next) => {
    const policy = `default-src 'none'; style-src 'unsafe-inline'`;
    response.set('Content-Security-Policy', policy);
    next();
  });
  router.use(archiveFileRoutes(host));
  router.get('/:owner/:repo', async (request, response, next) => {
    const repository = find(request.params);
    if (repository) response.send(await repositoryPage(repository));
    else next();
  });
  router.get(
    /^\/([^/]+)\/([^/]+)\/pull\/(\d+)(\.diff|\.patch)?(?:\/.*)?$/,
    async (request, response, next) => {
      const [owner, repo, number, suffix] = Object.values(request.params);
      const repository = find({ owner, repo });
      const pull = repository?.pull(Number(number));
      if (!repository || !pull) {
        next();
        return;
      }
      const { from, to } = await diffRange(repository, pull);
      const diff = await repository.git.diffs.text(from, to);
      if (suffix) response.type('text/plain').send(diff);
      else response.send(pullPage(repository, pull, diff));
    },
  );
  router.get('/:owner/:repo/commit/:sha', async (request, response, next) => {
    const repository = find(request.params);
    const { history, diffs } = repository?.git ?? {};
    const sha = await history?.resolve(request.params.sha);
    const commit = sha && (await history?.read(sha));
    if (!repository || !commit || !diffs) {
      next();
      return;
    }
    const parent = commit.parents[0] ?? EMPTY_TREE;
    const diff = await diffs.text(parent, commit.sha);
    response.send(commitPage(repository, commit, diff));
  });
  router.get(
    '/:owner/:repo/:view(blob|tree|raw)/*',
    async (request, response, next) => {
      const repository = find(request.params);
      const found =
        repository && (await findPath(repository, request.params[0]));
      if (!repository || !found) next();
      else if (request.params.view === 'raw') {
        response.type('text/plain').send(found.content);
      } else response.send(filePage(repository, found));
    },
  );
  router.use((request, response) => {
    const message = `There is no page ${request.method} ${request.path} on the embedded Git host.`;
    response.status(404).send(errorPage('Not found', message));
  });
  return router;
}

/** Splits `<ref>/<path>`, where a ref may hold slashes, and reads what is there. */
async function findPath(repository: HostedRepository, text: string) {
  const parts = text.split('/');
  for (let at = 1; at <= parts.length; at++) {
    const ref = parts.slice(0, at).join('/');
    const commit = await repository.git.history.resolve(ref);
    if (commit) {
      const path = parts.slice(at).join('/');
      const object = await repository.git.objects.read(`${commit}:${path}`);
      const names =
        object?.type === 'tree'
          ? await repository.git.trees.list(object.sha)
          : [];
      return object && { ref, path, content: object.content, names };
    }
  }
  return undefined;
}
