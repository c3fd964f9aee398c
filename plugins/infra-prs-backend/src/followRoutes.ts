import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { infraPrsReadPermission } from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { FollowService } from './follow/FollowService';
import { numberPathSchema, parse } from './routeSchemas';

/** Routes about what became of changes. */
export function addFollowRoutes(
  router: Router,
  { httpAuth, follow }: { httpAuth: HttpAuthService; follow: FollowService },
  allow: (
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ) => Promise<void>,
): void {
  router.get('/v1/pull-requests/:number/follow', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await follow.read(number, credentials));
  });
}
