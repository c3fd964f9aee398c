import { HttpAuthService } from '@backstage/backend-plugin-api';
import { infraPrsReadPermission } from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { z } from 'zod';
import { Authorize } from './authorizeWith';
import { RequestFinder } from './life/RequestFinder';
import { parse } from './routeSchemas';

const whole = z.coerce.number().pipe(z.int().min(0).max(2_147_483_647));

const querySchema = z.strictObject({
  after: whole.default(0),
  limit: whole.pipe(z.int().min(1).max(500)).default(200),
});

/** Routes about all requests that are kept, for those who index them. */
export function addRequestRoutes(
  router: Router,
  { httpAuth, finder }: { httpAuth: HttpAuthService; finder: RequestFinder },
  allow: Authorize,
): void {
  router.get('/v1/requests', async (req, res) => {
    const query = parse(querySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await finder.page(query));
  });
}
