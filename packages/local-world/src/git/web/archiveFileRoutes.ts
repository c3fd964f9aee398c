import Router from 'express-promise-router';
import { HostContext } from '../HostContext';
import { runGit } from '../repository/runGit';

/** Where the API sends those who ask for an archive, as GitHub does to `codeload`. */
export function archiveFileRoutes(host: HostContext) {
  const router = Router();
  router.get(
    '/:owner/:repo/legacy.tar.gz/:sha([0-9a-f]{40})',
    async (request, response, next) => {
      const { owner, repo, sha } = request.params;
      const repository = host.repositories.get(owner, repo);
      if (!repository || !(await repository.git.history.resolve(sha))) {
        next();
        return;
      }
      const root = `${owner}-${repo}-${sha.slice(0, 7)}`;
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
