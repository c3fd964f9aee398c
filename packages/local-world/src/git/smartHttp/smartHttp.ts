import { RequestHandler, Request, Response } from 'express';
import Router from 'express-promise-router';
import { accounts, includesAccess } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findGrant } from '../http/authenticate';
import { countCalls } from '../http/countCalls';
import { injectFaults } from '../http/injectFaults';
import { HostedRepository } from '../records/HostedRepository';
import { receivePush } from './receivePush';
import { readBody, runService, serviceOf } from './runService';

/** https://git-scm.com/docs/http-protocol, the smart one, at `/:owner/:repo.git` (the suffix may be left out). */
export function smartHttp(host: HostContext): RequestHandler {
  const router = Router();
  const base = '/:owner/:repo';
  router.use(
    [
      `${base}/info/refs`,
      `${base}/git-upload-pack`,
      `${base}/git-receive-pack`,
    ],
    countCalls(host.counter),
    injectFaults(host.chaos, 'git'),
  );
  router.get(`${base}/info/refs`, async (request, response) => {
    const service = serviceOf(String(request.query.service ?? ''));
    if (!service) throw new ApiError(403, 'Use a client of the smart protocol');
    const { repository } = authorize(host, request, service === 'receive-pack');
    const protocol = request.get('git-protocol');
    const refs = await runService(repository, service, { protocol });
    const line = `# service=git-${service}\n`;
    const length = (line.length + 4).toString(16).padStart(4, '0');
    noCache(response, `application/x-git-${service}-advertisement`);
    response.send(Buffer.concat([Buffer.from(`${length}${line}0000`), refs]));
  });
  router.post(`${base}/git-upload-pack`, async (request, response) => {
    const { repository } = authorize(host, request, false);
    const input = await readBody(request);
    const protocol = request.get('git-protocol');
    noCache(response, 'application/x-git-upload-pack-result');
    response.send(
      await runService(repository, 'upload-pack', { input, protocol }),
    );
  });
  router.post(`${base}/git-receive-pack`, async (request, response) => {
    const { repository, login } = authorize(host, request, true);
    const input = await readBody(request);
    const result = await receivePush(host, repository, login, input);
    noCache(response, 'application/x-git-receive-pack-result');
    response.send(result);
  });
  router.use(
    (
      error: unknown,
      _request: Request,
      response: Response,
      next: (error: unknown) => void,
    ) => {
      if (!(error instanceof ApiError)) {
        next(error);
        return;
      }
      if (error.status === 401) {
        response.set('WWW-Authenticate', 'Basic realm="Embedded Git host"');
      }
      response.status(error.status).type('text/plain').send(error.message);
    },
  );
  return router;
}

function noCache(response: Response, type: string): void {
  response.set({ 'Content-Type': type, 'Cache-Control': 'no-cache' });
}

function authorize(
  host: HostContext,
  request: Request,
  write: boolean,
): { repository: HostedRepository; login: string } {
  const grant = findGrant(host.tokens, request);
  if (!grant) throw new ApiError(401, 'Requires authentication');
  const { owner = '', repo = '' } = request.params;
  const name = repo.replace(/\.git$/, '');
  const repository = host.repositories.get(owner, name);
  if (!repository) throw new ApiError(404, 'Repository not found.');
  const access = accounts.access(grant.login, repository);
  if (!includesAccess(access, write ? 'write' : 'read')) {
    const message = `Write access to repository not granted.`;
    throw new ApiError(403, message);
  }
  return { repository, login: grant.login };
}
