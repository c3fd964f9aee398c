import { HttpAuthService } from '@backstage/backend-plugin-api';
import { infraPrsReadPermission } from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { Authorize } from './authorizeWith';
import { LifeService } from './life/LifeService';
import { numberPathSchema, parse } from './routeSchemas';

/** Routes about how requests came to be where they are. */
export function addLifeRoutes(
  router: Router,
  { httpAuth, life }: { httpAuth: HttpAuthService; life: LifeService },
  allow: Authorize,
): void {
  router.get('/v1/pull-requests/:number/timeline', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    const timeline = await life.timeline(number);
    // For whoever saves it: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Disposition
    if (req.query.download !== undefined) {
      res.attachment(`change-${number}-timeline.json`);
    }
    res.json(timeline);
  });
}
