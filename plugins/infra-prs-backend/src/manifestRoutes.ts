import { HttpAuthService } from '@backstage/backend-plugin-api';
import { infraPrsReadPermission } from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { Authorize } from './authorizeWith';
import { numberPathSchema, parse } from './routeSchemas';
import { ManifestDiffService } from './services/manifests/ManifestDiffService';

/** Adds the route about rendered Kubernetes manifests. */
export function addManifestRoutes(
  router: Router,
  {
    httpAuth,
    manifests,
  }: {
    readonly httpAuth: HttpAuthService;
    readonly manifests: ManifestDiffService;
  },
  allow: Authorize,
): void {
  router.get('/v1/pull-requests/:number/manifests', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await manifests.get(number));
  });
}
