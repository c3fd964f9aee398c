import express, { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  addActionsRoute,
  addExportRoute,
  addPeekRoute,
  LookRoutesOptions,
} from './acts/lookRoutes';
import {
  addPurgeRoute,
  addSnapshotRoute,
  PurgeRoutesOptions,
} from './acts/purgeRoutes';
import { QUEUE_PATH } from './acts/queueRoutes';
import {
  addCancelRoute,
  addRedriveReads,
  addStartRoute,
  RedriveRoutesOptions,
} from './acts/redriveRoutes';
import { toBackstageError } from './acts/toBackstageError';

/** What the routes work with. */
export type ActRouterOptions = LookRoutesOptions &
  RedriveRoutesOptions &
  PurgeRoutesOptions;

/** Failures of AWS become errors that Backstage has a status for. */
const mapErrors: ErrorRequestHandler = (error, _req, res, next) => {
  // A download that broke off is not to be taken for a whole one.
  if (res.headersSent) res.destroy();
  else next(toBackstageError(error));
};

/** Routes that act on queues: look into them, redrive, purge. @internal */
export function createActRouter(options: ActRouterOptions): Router {
  const router = PromiseRouter();
  router.use(QUEUE_PATH, express.json({ limit: '100kb' }));
  addActionsRoute(router, options);
  addPeekRoute(router, options);
  addExportRoute(router, options);
  addRedriveReads(router, options);
  addStartRoute(router, options);
  addCancelRoute(router, options);
  addSnapshotRoute(router, options);
  addPurgeRoute(router, options);
  router.use(mapErrors);
  return router;
}
