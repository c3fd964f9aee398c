import express from 'express';
import Router from 'express-promise-router';

/** All routes of the plugin. @internal */
export function createRouter(parts: readonly express.Router[]): express.Router {
  const router = Router();
  parts.forEach(part => router.use(part));
  return router;
}
