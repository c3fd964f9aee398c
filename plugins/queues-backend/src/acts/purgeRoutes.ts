import { AuditorService } from '@backstage/backend-plugin-api';
import {
  purgeCommandSchema,
  queuesPurgePermission,
} from '@slipway/plugin-queues-common';
import { Router } from 'express';
import { PurgesService } from '../purges/PurgesService';
import { ActGate } from './ActGate';
import { audited } from './audited';
import { about, parse, QUEUE_PATH } from './queueRoutes';
import { sendNdjson } from './sendNdjson';

/** What the routes work with. */
export interface PurgeRoutesOptions {
  readonly auditor: AuditorService;
  readonly gate: ActGate;
  readonly purges: PurgesService;
}

/** Downloads what a purge would delete. */
export function addSnapshotRoute(router: Router, options: PurgeRoutesOptions) {
  const { auditor, gate, purges } = options;
  router.post(`${QUEUE_PATH}/snapshot`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const acting = await gate.admitToDeadLetters(
      path,
      credentials,
      queuesPurgePermission,
    );
    const { id, messages } = await purges.snapshot(acting);
    await audited(
      auditor,
      {
        eventId: 'purge-snapshot',
        severityLevel: 'medium',
        request: req,
        meta: { ...about(acting), snapshotId: id },
      },
      () =>
        sendNdjson(res, messages, {
          fileName: `${path.queue}-snapshot.ndjson`,
          headers: {
            'slipway-snapshot': id,
            // A portal that is served from elsewhere could not read it else.
            'access-control-expose-headers': 'slipway-snapshot',
          },
        }),
      count => ({ messages: count }),
    );
  });
}

/** Deletes all dead letters of a queue. */
export function addPurgeRoute(router: Router, options: PurgeRoutesOptions) {
  const { auditor, gate, purges } = options;
  router.post(`${QUEUE_PATH}/purge`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const command = parse(purgeCommandSchema, req.body);
    const acting = await gate.admitToDeadLetters(
      path,
      credentials,
      queuesPurgePermission,
    );
    await audited(
      auditor,
      {
        eventId: 'queue-purge',
        severityLevel: 'high',
        request: req,
        meta: { ...about(acting), snapshotId: command.snapshotId },
      },
      () => purges.purge(acting, command),
      ({ before, inSnapshot }) => ({
        before: { messages: before, inSnapshot },
        after: { messages: 0 },
      }),
    );
    res.status(204).end();
  });
}
