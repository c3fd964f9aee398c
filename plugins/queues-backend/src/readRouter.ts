import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityPath,
  requireEntityPermission,
} from '@slipway/platform-node';
import { queuesReadPermission } from '@slipway/plugin-queues-common';
import express from 'express';
import Router from 'express-promise-router';
import { QueuesService } from './services/QueuesService';

/** @internal */
export function createReadRouter(deps: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  queues: QueuesService;
}): express.Router {
  const { httpAuth, permissions, queues } = deps;
  const router = Router();

  router.get('/v1/entities/:kind/:namespace/:name/queues', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const entityRef = parseEntityPath(req.params);
    await requireEntityPermission({
      permissions,
      credentials,
      permission: queuesReadPermission,
      entityRef,
    });
    res.json(await queues.getQueues(entityRef, { credentials }));
  });

  return router;
}
