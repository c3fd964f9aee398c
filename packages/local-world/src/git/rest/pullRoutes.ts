import Router from 'express-promise-router';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { findPull, findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { viewerOf } from '../http/viewerOf';
import { fullPullJson } from '../json/fullPullJson';
import { pullJson } from '../json/pullJson';
import { diffRange } from '../pulls/diffRange';
import { listPulls } from '../pulls/listPulls';
import { openPull } from '../pulls/openPull';
import { updatePull } from '../pulls/updatePull';

const createSchema = z.object({
  title: z.string().trim().min(1).max(256),
  body: z.string().max(65_536).nullish(),
  head: z.string(),
  base: z.string(),
  draft: z.boolean().optional(),
});
const updateSchema = z.object({
  title: z.string().trim().min(1).max(256).optional(),
  body: z.string().max(65_536).nullish(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});

/** https://docs.github.com/en/rest/pulls/pulls */
export function pullRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo/pulls';
  router.get(base, (request, response) => {
    const repository = findRepository(host, request);
    const { login } = viewerOf(request);
    const pulls = listPulls(repository, request);
    const page = takePage(host, request, response, pulls);
    response.json(page.map(pull => pullJson(host, repository, pull, login)));
  });
  router.post(base, async (request, response) => {
    const repository = findRepository(host, request);
    const body = parseBody(createSchema, request);
    const { login } = viewerOf(request);
    const pull = await openPull(host, repository, {
      ...body,
      body: body.body ?? undefined,
      // Heads come as owner:branch; there are no forks here.
      head: body.head.replace(/^[^/:]+:/, ''),
      author: login,
    });
    response
      .status(201)
      .json(await fullPullJson(host, repository, pull, login));
  });
  router.get(`${base}/:number(\\d+)`, async (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const accept = request.headers.accept ?? '';
    if (/\.diff\b|\.patch\b/.test(accept)) {
      const { from, to } = await diffRange(repository, pull);
      response.type('text/plain');
      response.send(await repository.git.diffs.text(from, to));
      return;
    }
    const { login } = viewerOf(request);
    response.json(await fullPullJson(host, repository, pull, login));
  });
  router.patch(`${base}/:number(\\d+)`, async (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const { login } = viewerOf(request);
    if (pull.author !== login) findRepository(host, request, 'write');
    const body = parseBody(updateSchema, request);
    await updatePull(host, repository, pull, { ...body, login });
    response.json(await fullPullJson(host, repository, pull, login));
  });
  return router;
}
