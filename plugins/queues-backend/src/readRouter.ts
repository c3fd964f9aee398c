import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  CallerCredentials,
  parseEntityPath,
  requireEntityPermission,
  requirePermission,
} from '@slipway/platform-node';
import {
  queuesCostReadPermission,
  queuesReadPermission,
} from '@slipway/plugin-queues-common';
import express from 'express';
import Router from 'express-promise-router';
import { BoardService } from './board/BoardService';
import { sendShared } from './board/sendShared';
import { MetricsBudget } from './cost/MetricsBudget';
import { parseHistoryRange } from './services/parseHistoryRange';
import { HistoryService } from './services/HistoryService';
import { parseQueuePath } from './services/parseQueuePath';
import { QueuesService } from './services/QueuesService';
import { TopologyService } from './topology/TopologyService';

const ENTITY = '/v1/entities/:kind/:namespace/:name';

/** Routes that answer questions and change nothing. @internal */
export function createReadRouter(deps: {
  board: BoardService;
  budget: MetricsBudget;
  histories: HistoryService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  queues: QueuesService;
  topology: TopologyService;
}): express.Router {
  const { board, budget, histories, permissions, queues, topology } = deps;
  const router = Router();
  const callerOf = (req: express.Request) =>
    deps.httpAuth.credentials(req, { allow: ['user', 'service'] });
  const mayRead = (entityRef: string, credentials: CallerCredentials) =>
    requireEntityPermission({
      permissions,
      credentials,
      permission: queuesReadPermission,
      entityRef,
    });

  router.get(`${ENTITY}/queues`, async (req, res) => {
    const credentials = await callerOf(req);
    const entityRef = parseEntityPath(req.params);
    await mayRead(entityRef, credentials);
    res.json(await queues.getQueues(entityRef, { credentials }));
  });

  router.get(
    `${ENTITY}/queues/:environment/:queue/history`,
    async (req, res) => {
      const credentials = await callerOf(req);
      const path = parseQueuePath(req.params);
      const range = parseHistoryRange(req.query);
      await mayRead(path.entityRef, credentials);
      res.json(await histories.getHistory(path, range, { credentials }));
    },
  );

  router.get(`${ENTITY}/topology`, async (req, res) => {
    const credentials = await callerOf(req);
    const entityRef = parseEntityPath(req.params);
    await mayRead(entityRef, credentials);
    res.json(await topology.getTopology(entityRef, { credentials }));
  });

  router.get('/v1/queues', async (req, res) => {
    const credentials = await callerOf(req);
    await sendShared(req, res, await board.getBoard({ credentials }));
  });

  router.get('/v1/cost', async (req, res) => {
    const credentials = await callerOf(req);
    await requirePermission({
      permissions,
      credentials,
      permission: queuesCostReadPermission,
    });
    res.json(await budget.getCost());
  });

  return router;
}
