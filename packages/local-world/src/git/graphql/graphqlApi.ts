import express, { RequestHandler } from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { authenticate } from '../http/authenticate';
import { countCalls } from '../http/countCalls';
import { errorHandler } from '../http/errorHandler';
import { injectFaults } from '../http/injectFaults';
import { parseBody } from '../http/parseBody';
import { rateLimit } from '../http/rateLimit';
import { viewerOf } from '../http/viewerOf';
import { blobsByQuery, isBlobsQuery } from './blobsByQuery';
import { isRevertMutation, revertPullRequest } from './revertPullRequest';
import { mergeQueueEntry } from './mergeQueueEntry';
import { answerMutation } from './answerMutation';
import { reviewThreads } from './reviewThreads';
import { timelineItems } from './timelineItems';

const bodySchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
});
const headSchema = z.object({
  owner: z.string(),
  repo: z.string(),
  head: z.string(),
});

/** The query of octokit-plugin-create-pull-request, which is how a template opens a pull request. */
const ASSOCIATED =
  /^\s*query\b[^{]*\{\s*repository\([^)]*\)\s*\{\s*ref\([^)]*\)\s*\{\s*associatedPullRequests\(/;

function associatedPullRequests(
  host: HostContext,
  { owner, repo, head }: z.infer<typeof headSchema>,
  exists: boolean,
) {
  if (!exists) return { ref: null };
  const repository = host.repositories.get(owner, repo);
  const open = (repository?.record.pulls ?? []).filter(
    pull => pull.state === 'open' && pull.head.ref === head,
  );
  const edges = open.slice(0, 1).map(({ id, number }) => ({
    node: {
      id: `PR_${id}`,
      number,
      url: `${host.urls.web(`${owner}/${repo}`)}/pull/${number}`,
    },
  }));
  return { ref: { associatedPullRequests: { edges } } };
}

/** The GraphQL API, as far as Backstage's own actions and Slipway use it; anything else is refused by name. */
export function graphqlApi(host: HostContext): RequestHandler {
  const router = Router();
  router.use(countCalls(host.counter));
  router.use(injectFaults(host.chaos, 'graphql'));
  router.use(authenticate(host.tokens), rateLimit(host.clock));
  router.use(express.json({ limit: '5mb', type: () => true }));
  router.post('/', async (request, response) => {
    const { query, variables } = parseBody(bodySchema, request);
    const { login } = viewerOf(request);
    const answer = isBlobsQuery(query)
      ? await blobsByQuery(host, query, variables)
      : mergeQueueEntry(host, query, variables) ??
        timelineItems(host, query, variables) ??
        (await reviewThreads(host, query, variables, login)) ??
        (await answerMutation(host, query, variables, login));
    if (answer) {
      response.json(answer);
      return;
    }
    if (isRevertMutation(query)) {
      response.json(await revertPullRequest(host, login, query, variables));
      return;
    }
    const asked = headSchema.safeParse(variables);
    if (!ASSOCIATED.test(query) || !asked.success) {
      const operation = query.replace(/\s+/g, ' ').trim().slice(0, 120);
      const message = `The embedded Git host does not implement the GraphQL operation: ${operation}`;
      response.status(501).json({ message, errors: [{ message }] });
      return;
    }
    const { owner, repo, head } = asked.data;
    const repository = host.repositories.get(owner, repo);
    if (!repository) {
      const message = `Could not resolve to a Repository with the name '${owner}/${repo}'.`;
      const errors = [{ type: 'NOT_FOUND', path: ['repository'], message }];
      response.json({ data: { repository: null }, errors });
      return;
    }
    const sha = await repository.git.refs.get(`refs/heads/${head}`);
    response.json({
      data: {
        repository: associatedPullRequests(host, asked.data, Boolean(sha)),
      },
    });
  });
  router.use(errorHandler);
  return router;
}
