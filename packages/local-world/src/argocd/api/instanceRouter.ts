import express, { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Millis } from '../../world/types';
import { ArgoApiError } from '../ArgoApiError';
import { ArgoInstance } from '../ArgoInstance';
import { addApplicationRoutes } from './applicationRoutes';
import { ApplicationStream } from './ApplicationStream';
import { applicationPage } from './applicationPage';
import { getApplication, parseApplicationQuery } from './findApplications';
import { addInstanceRoutes } from './instanceRoutes';
import { addSyncRoutes } from './syncRoutes';

/** Bearer token of the portal in all simulated Argo CDs. Worth nothing outside. */
export const ARGO_TOKEN = 'slipway-local-argocd-token';

/** The REST API of one Argo CD. */
export function instanceRouter(
  instance: ArgoInstance,
  stream: ApplicationStream,
  now: () => Millis,
): Router {
  const router = PromiseRouter();
  router.get('/applications/:namespace/:name', ({ params }, response) => {
    const application = getApplication(instance, params.name, {
      project: [],
      appNamespace: params.namespace,
    });
    response.type('html').send(applicationPage(instance.name, application));
  });
  router.use(express.json({ limit: '1mb' }));
  router.use((request, _response, next) => {
    if (request.path !== '/api/version') authenticate(request);
    next();
  });
  addInstanceRoutes(router, instance);
  router.get('/api/v1/stream/applications', (request, response) => {
    stream.subscribe(request, response, parseApplicationQuery(request.query));
  });
  addApplicationRoutes(router, instance, now);
  addSyncRoutes(router, instance, now);
  router.use((request: Request) => {
    throw ArgoApiError.unimplemented(`${request.method} ${request.path}`);
  });
  return router;
}

function authenticate({ headers }: Request): void {
  const cookie = /(?:^|;\s*)argocd\.token=([^;]+)/.exec(headers.cookie ?? '');
  const bearer = /^Bearer\s+(\S+)$/.exec(headers.authorization ?? '');
  const token = bearer?.[1] ?? cookie?.[1];
  if (token === undefined) {
    throw ArgoApiError.unauthenticated('no session information');
  }
  if (token !== ARGO_TOKEN) {
    throw ArgoApiError.unauthenticated(
      'invalid session: token signature is invalid',
    );
  }
}
