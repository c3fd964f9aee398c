import { AuditorService } from '@backstage/backend-plugin-api';
import {
  Redrive,
  queuesReadPermission,
  queuesRedrivePermission,
  redriveCommandSchema,
} from '@slipway/plugin-queues-common';
import { Router } from 'express';
import { z } from 'zod';
import { RedrivesService } from '../redrives/RedrivesService';
import { ActGate } from './ActGate';
import { audited } from './audited';
import { about, parse, QUEUE_PATH } from './queueRoutes';

const redriveIdSchema = z
  .string()
  .regex(/^[\w-]{1,60}$/, 'must be the id of a redrive');

/** What the routes work with. */
export interface RedriveRoutesOptions {
  readonly auditor: AuditorService;
  readonly gate: ActGate;
  readonly redrives: RedrivesService;
}

/** Shows redrives: those there were, and what one would do now. */
export function addRedriveReads(router: Router, options: RedriveRoutesOptions) {
  const { gate, redrives } = options;

  router.get(`${QUEUE_PATH}/redrive-preview`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const acting = await gate.admit(path, credentials, queuesRedrivePermission);
    res.json(await redrives.preview(acting));
  });

  router.get(`${QUEUE_PATH}/redrives`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const { queue } = await gate.admit(path, credentials, queuesReadPermission);
    res.json({ redrives: await redrives.list(queue) });
  });
}

/** What an audit event says of a redrive that was started. */
export function startedMeta({ id, toMove, status, targets }: Redrive) {
  return {
    redriveId: id,
    before: { messages: toMove ?? null },
    after: { status, targets },
  };
}

/** Starts redrives. */
export function addStartRoute(router: Router, options: RedriveRoutesOptions) {
  const { auditor, gate, redrives } = options;
  router.post(`${QUEUE_PATH}/redrives`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const command = parse(redriveCommandSchema, req.body);
    const acting = await gate.admitToDeadLetters(
      path,
      credentials,
      queuesRedrivePermission,
    );
    const { messageIds, velocity } = command;
    const redrive = await audited(
      auditor,
      {
        eventId: 'redrive-start',
        severityLevel: 'medium',
        request: req,
        meta: {
          ...about(acting),
          ...(velocity && { velocity }),
          ...(messageIds && { messageIds }),
        },
      },
      () => redrives.start(acting, command),
      startedMeta,
    );
    res.status(202).json(redrive);
  });
}

/** Cancels redrives; in read-only mode too, since that stops something. */
export function addCancelRoute(router: Router, options: RedriveRoutesOptions) {
  const { auditor, gate, redrives } = options;
  router.post(`${QUEUE_PATH}/redrives/:id/cancel`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const id = parse(redriveIdSchema, req.params.id);
    const acting = await gate.admit(path, credentials, queuesRedrivePermission);
    const redrive = await audited(
      auditor,
      {
        eventId: 'redrive-cancel',
        severityLevel: 'medium',
        request: req,
        meta: { ...about(acting), redriveId: id },
      },
      () => redrives.cancel(acting, id),
      ({ status, moved }) => ({ after: { status, moved } }),
    );
    res.json(redrive);
  });
}
