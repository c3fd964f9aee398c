import Router from 'express-promise-router';
import { HostContext } from '../HostContext';
import { findCommit, findRepository } from '../http/findRepository';
import { runGit } from '../repository/runGit';

/** https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar, without the redirect. */
export function archiveRoutes(host: HostContext) {
  const router = Router();
  router.get(
    ['/repos/:owner/:repo/tarball/*', '/repos/:owner/:repo/tarball'],
    async (request, response) => {
      const repository = findRepository(host, request);
      const { owner, name, defaultBranch } = repository.record;
      const sha = await findCommit(
        repository,
        request.params[0] ?? defaultBranch,
      );
      const root = `${owner}-${name}-${sha.slice(0, 7)}`;
      const archive = await runGit(repository.git.gitDir, [
        'archive',
        '--format=tar.gz',
        `--prefix=${root}/`,
        sha,
      ]);
      response.type('application/x-gzip');
      response.attachment(`${root}.tar.gz`);
      response.send(archive);
    },
  );
  return router;
}
