import { HttpAuthService } from '@backstage/backend-plugin-api';
import { infraPrsReadPermission } from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { Authorize } from './authorizeWith';
import { numberPathSchema, parse } from './routeSchemas';
import { FindingService } from './services/findings/FindingService';

/** Adds the route about what policy and scanners found. */
export function addFindingRoutes(
  router: Router,
  {
    httpAuth,
    findings,
  }: {
    readonly httpAuth: HttpAuthService;
    readonly findings: FindingService;
  },
  allow: Authorize,
): void {
  router.get('/v1/pull-requests/:number/findings', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await findings.get(number));
  });
}
