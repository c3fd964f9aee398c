import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  parseEntityPath,
  requireEntityPermission,
} from '@slipway/platform-node';
import {
  DEFAULT_METRICS_RANGE,
  metricsRangeSchema,
  metricsReadPermission,
} from '@slipway/plugin-metrics-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { EntityMetricsService } from './services/EntityMetricsService';

const ENTITY_PATH = '/v1/entities/:kind/:namespace/:name';

const goldenSignalsQuery = z.strictObject({
  range: metricsRangeSchema.default(DEFAULT_METRICS_RANGE),
});

/** Routes of the metrics backend. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  service: EntityMetricsService;
}): express.Router {
  const { httpAuth, permissions, service } = options;
  const router = Router();

  const authorize = async (req: express.Request) => {
    const entityRef = parseEntityPath(req.params);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await requireEntityPermission({
      permissions,
      credentials,
      permission: metricsReadPermission,
      entityRef,
    });
    return { entityRef, credentials };
  };

  router.get(`${ENTITY_PATH}/golden-signals`, async (req, res) => {
    const query = goldenSignalsQuery.safeParse(req.query);
    if (!query.success) {
      throw new InputError(z.prettifyError(query.error));
    }
    const { entityRef, credentials } = await authorize(req);
    res.json(
      await service.goldenSignals(entityRef, query.data.range, credentials),
    );
  });

  router.get(`${ENTITY_PATH}/alarms`, async (req, res) => {
    const { entityRef, credentials } = await authorize(req);
    res.json(await service.alarms(entityRef, credentials));
  });

  return router;
}
