import Router from 'express-promise-router';
import { accounts } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { takePage } from '../http/sendPage';
import { viewerOf } from '../http/viewerOf';
import { fullUserJson } from '../json/userJson';
import { minimalRepoJson } from '../json/repoJson';

/** Users and organizations: https://docs.github.com/en/rest/users */
export function userRoutes(host: HostContext) {
  const router = Router();
  router.get('/user', (request, response) => {
    response.json(fullUserJson(host.urls, viewerOf(request).login));
  });
  router.get('/user/emails', (request, response) => {
    const email = accounts.get(viewerOf(request).login)?.email;
    response.json([
      { email, primary: true, verified: true, visibility: 'public' },
    ]);
  });
  router.get('/user/orgs', (_request, response) => {
    response.json([fullUserJson(host.urls, 'acme')]);
  });
  router.get('/users/:login', (request, response) => {
    const account = accounts.get(request.params.login);
    if (!account) throw ApiError.notFound();
    response.json(fullUserJson(host.urls, account.login));
  });
  router.get('/orgs/:org', (request, response) => {
    const account = accounts.get(request.params.org);
    if (account?.type !== 'Organization') throw ApiError.notFound();
    response.json(fullUserJson(host.urls, account.login));
  });
  router.get(
    ['/orgs/:owner/repos', '/users/:owner/repos'],
    (request, response) => {
      const repositories = host.repositories.list(request.params.owner);
      const page = takePage(host, request, response, repositories);
      const { login } = viewerOf(request);
      response.json(page.map(entry => minimalRepoJson(host, entry, login)));
    },
  );
  return router;
}
