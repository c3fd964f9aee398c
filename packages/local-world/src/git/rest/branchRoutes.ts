import Router from 'express-promise-router';
import { wildcardOf } from '../http/wildcardOf';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { takePage } from '../http/sendPage';
import { commitJson } from '../json/commitJson';

/** Branches: https://docs.github.com/en/rest/branches/branches */
export function branchRoutes(host: HostContext) {
  const router = Router();
  router.get('/repos/:owner/:repo/branches', async (request, response) => {
    const repository = findRepository(host, request);
    const refs = await repository.git.refs.list('refs/heads/');
    const url = host.urls.repo(repository.fullName);
    const page = takePage(host, request, response, refs);
    response.json(
      page.map(ref => {
        const name = ref.name.slice('refs/heads/'.length);
        return {
          name,
          commit: { sha: ref.sha, url: `${url}/commits/${ref.sha}` },
          protected: name in repository.record.protections,
        };
      }),
    );
  });
  // A branch name may hold slashes; the routes of its protection come before this one.
  router.get('/repos/:owner/:repo/branches/*', async (request, response) => {
    const repository = findRepository(host, request);
    const name = wildcardOf(request);
    const sha = await repository.git.refs.get(`refs/heads/${name}`);
    const commit = sha && (await repository.git.history.read(sha));
    if (!commit) throw new ApiError(404, 'Branch not found');
    const url = `${host.urls.repo(repository.fullName)}/branches/${name}`;
    const protection = repository.record.protections[name];
    response.json({
      name,
      commit: commitJson(host.urls, repository.fullName, commit),
      _links: {
        self: url,
        html: `${host.urls.web(repository.fullName)}/tree/${name}`,
      },
      protected: protection !== undefined,
      protection: { enabled: protection !== undefined },
      protection_url: `${url}/protection`,
    });
  });
  return router;
}
