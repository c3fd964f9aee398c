import express, { RequestHandler } from 'express';
import Router from 'express-promise-router';
import { HostContext } from '../HostContext';
import { authenticate } from '../http/authenticate';
import { countCalls } from '../http/countCalls';
import { errorHandler } from '../http/errorHandler';
import { injectFaults } from '../http/injectFaults';
import { rateLimit } from '../http/rateLimit';
import { archiveRoutes } from './archiveRoutes';
import { blobRoutes } from './blobRoutes';
import { branchRoutes } from './branchRoutes';
import { checkRunRoutes } from './checkRunRoutes';
import { codeScanningRoutes } from './codeScanningRoutes';
import { commentRoutes } from './commentRoutes';
import { commitRoutes } from './commitRoutes';
import { compareRoutes } from './compareRoutes';
import { contentRoutes } from './contentRoutes';
import { createRepository } from './createRepository';
import { gitCommitRoutes } from './gitCommitRoutes';
import { hookRoutes } from './hookRoutes';
import { issueRoutes } from './issueRoutes';
import { protectionRoutes } from './protectionRoutes';
import { pullContentRoutes } from './pullContentRoutes';
import { pullRoutes } from './pullRoutes';
import { refRoutes } from './refRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import { reviewRoutes } from './reviewRoutes';
import { ruleRoutes } from './ruleRoutes';
import { statusRoutes } from './statusRoutes';
import { treeRoutes } from './treeRoutes';
import { userRoutes } from './userRoutes';

/** In an order where a path with a wildcard comes after those it would swallow. */
const groups = [
  userRoutes,
  createRepository,
  repositoryRoutes,
  protectionRoutes,
  ruleRoutes,
  branchRoutes,
  blobRoutes,
  treeRoutes,
  gitCommitRoutes,
  refRoutes,
  statusRoutes,
  checkRunRoutes,
  codeScanningRoutes,
  commitRoutes,
  compareRoutes,
  contentRoutes,
  archiveRoutes,
  pullRoutes,
  pullContentRoutes,
  reviewRoutes,
  commentRoutes,
  issueRoutes,
  hookRoutes,
];

/** The REST API, as at `/api/v3` of a GitHub Enterprise Server. */
export function restApi(host: HostContext): RequestHandler {
  const router = Router();
  router.use(countCalls(host.counter));
  router.use(injectFaults(host.chaos, 'rest'));
  router.get('/meta', (_request, response) => {
    response.json({ installed_version: '3.17.0' });
  });
  router.use(authenticate(host.tokens));
  router.use(rateLimit(host.clock));
  router.get('/rate_limit', (_request, response) => {
    const limit = Number(response.get('X-RateLimit-Limit'));
    const remaining = Number(response.get('X-RateLimit-Remaining'));
    const reset = Number(response.get('X-RateLimit-Reset'));
    const core = { limit, remaining, reset, used: limit - remaining };
    response.json({ resources: { core, search: core }, rate: core });
  });
  // Clients of the API send JSON under other names as well.
  router.use(express.json({ limit: '50mb', type: () => true }));
  for (const group of groups) router.use(group(host));
  router.use((request, response) => {
    const operation = `${request.method} ${request.path}`;
    response.status(501).json({
      message: `The embedded Git host does not implement ${operation}`,
    });
  });
  router.use(errorHandler);
  return router;
}
