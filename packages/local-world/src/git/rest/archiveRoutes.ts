import Router from 'express-promise-router';
import { HostContext } from '../HostContext';
import { findCommit, findRepository } from '../http/findRepository';

/** https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar */
export function archiveRoutes(host: HostContext) {
  const router = Router();
  router.get(
    ['/repos/:owner/:repo/tarball/*', '/repos/:owner/:repo/tarball'],
    async (request, response) => {
      const repository = findRepository(host, request);
      const sha = await findCommit(
        repository,
        request.params[0] ?? repository.record.defaultBranch,
      );
      const web = host.urls.web(repository.fullName);
      response.status(302).set('Location', `${web}/legacy.tar.gz/${sha}`).end();
    },
  );
  return router;
}
