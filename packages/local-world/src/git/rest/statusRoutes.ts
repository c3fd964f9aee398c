import Router from 'express-promise-router';
import { z } from 'zod';
import { wildcardOf } from '../http/wildcardOf';
import { HostContext } from '../HostContext';
import { findCommit, findRepository } from '../http/findRepository';
import { parseBody, queryText } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { viewerOf } from '../http/viewerOf';
import { simpleStatusJson, statusJson } from '../json/checkRunJson';
import { minimalRepoJson } from '../json/repoJson';
import { HostedRepository } from '../records/HostedRepository';
import { CommitStatus } from '../records/checkSchema';

const bodySchema = z.object({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  context: z.string().default('default'),
  description: z.string().max(140).nullish(),
  target_url: z.string().nullish(),
});

/** Newest first. */
function statusesOf(repository: HostedRepository, sha: string): CommitStatus[] {
  return repository.record.statuses
    .filter(status => status.sha === sha)
    .reverse();
}

function combined(statuses: readonly CommitStatus[]): string {
  const states = statuses.map(status => status.state);
  if (states.some(state => state === 'failure' || state === 'error')) {
    return 'failure';
  }
  if (states.length === 0 || states.includes('pending')) return 'pending';
  return 'success';
}

/** https://docs.github.com/en/rest/commits/statuses */
export function statusRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo';
  router.get(`${base}/commits/*/status`, async (request, response) => {
    const repository = findRepository(host, request);
    const sha = await findCommit(repository, wildcardOf(request));
    const newest = new Map<string, CommitStatus>();
    for (const status of statusesOf(repository, sha)) {
      if (!newest.has(status.context)) newest.set(status.context, status);
    }
    const statuses = [...newest.values()];
    // A caller that wants the commit only asks for a page of no entries.
    const page =
      queryText(request, 'per_page') === '0'
        ? []
        : takePage(host, request, response, statuses);
    response.json({
      sha,
      state: combined(statuses),
      total_count: statuses.length,
      statuses: page.map(status =>
        simpleStatusJson(host.urls, repository.fullName, status),
      ),
      repository: minimalRepoJson(host, repository, viewerOf(request).login),
      commit_url: `${host.urls.repo(repository.fullName)}/commits/${sha}`,
      url: `${host.urls.repo(repository.fullName)}/commits/${sha}/status`,
    });
  });
  router.get(`${base}/commits/*/statuses`, async (request, response) => {
    const repository = findRepository(host, request);
    const sha = await findCommit(repository, wildcardOf(request));
    const all = statusesOf(repository, sha);
    const page = takePage(host, request, response, all);
    response.json(
      page.map(status => statusJson(host.urls, repository.fullName, status)),
    );
  });
  router.post(`${base}/statuses/:sha`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const sha = await findCommit(repository, request.params.sha);
    const body = parseBody(bodySchema, request);
    const status: CommitStatus = {
      id: repository.nextId(),
      sha,
      state: body.state,
      context: body.context,
      description: body.description ?? undefined,
      targetUrl: body.target_url ?? undefined,
      creator: viewerOf(request).login,
      createdAt: host.clock.now(),
    };
    repository.record.statuses.push(status);
    await repository.save();
    response
      .status(201)
      .json(statusJson(host.urls, repository.fullName, status));
  });
  return router;
}
