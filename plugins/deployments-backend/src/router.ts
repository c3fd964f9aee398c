import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityPath,
  requireEntityPermission,
} from '@slipway/platform-node';
import { deploymentsReadPermission } from '@slipway/plugin-deployments-common';
import express from 'express';
import Router from 'express-promise-router';
import { DeploymentsService } from './services/DeploymentsService';

/** Routes of the deployments backend. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  service: DeploymentsService;
}): express.Router {
  const { httpAuth, permissions, service } = options;
  const router = Router();

  router.get(
    '/v1/entities/:kind/:namespace/:name/deployments',
    async (req, res) => {
      const entityRef = parseEntityPath(req.params);
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      await requireEntityPermission({
        permissions,
        credentials,
        permission: deploymentsReadPermission,
        entityRef,
      });
      res.json(await service.list(entityRef, credentials));
    },
  );

  return router;
}
