import { HttpAuthService } from '@backstage/backend-plugin-api';
import { infraPrsReadPermission } from '@slipway/plugin-infra-prs-common';
import { Request, Response, Router } from 'express';
import { Authorize } from './authorizeWith';
import {
  filesQuerySchema,
  numberPathSchema,
  parse,
  planQuerySchema,
} from './routeSchemas';
import { ChangeContents } from './services/ChangeContents';

/** What the routes of a change's contents work with. */
export interface ContentRouteOptions {
  readonly httpAuth: HttpAuthService;
  readonly contents: ChangeContents;
}

/**
 * Contents never change under the name they are asked by, so browsers keep them; whether the caller may still see them
 * is asked each time.
 */
function answerContents(res: Response, contents: unknown): void {
  res.set('Cache-Control', 'private, no-cache');
  res.json(contents);
}

/** What a change is made of, as far as it is too long to be sent with every look at the change. */
export function addContentRoutes(
  router: Router,
  { httpAuth, contents }: ContentRouteOptions,
  allow: Authorize,
): void {
  const admit = async (req: Request) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
  };

  router.get('/v1/pull-requests/:number/plan', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const { digest } = parse(planQuerySchema, req.query);
    await admit(req);
    answerContents(res, await contents.plan(number, digest));
  });

  router.get('/v1/pull-requests/:number/files', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const { headSha } = parse(filesQuerySchema, req.query);
    await admit(req);
    answerContents(res, await contents.files(number, headSha));
  });
}
