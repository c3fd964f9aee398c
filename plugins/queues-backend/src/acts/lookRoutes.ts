import {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  peekCommandSchema,
  queuesExportPermission,
  queuesReadPermission,
} from '@slipway/plugin-queues-common';
import { Router } from 'express';
import { z } from 'zod';
import { MessagesService } from '../messages/MessagesService';
import { ActGate } from './ActGate';
import { Acting } from './Acting';
import { audited } from './audited';
import { about, parse, QUEUE_PATH } from './queueRoutes';
import { ActionRules, readQueueActions } from './readQueueActions';
import { readOnlyError } from './refusals';
import { sendNdjson } from './sendNdjson';

/** Most messages of one export. */
const MAX_EXPORT = 10_000;

const exportCommandSchema = z
  .strictObject({
    limit: z.number().int().min(1).max(MAX_EXPORT).default(1_000),
  })
  .prefault({});

/** What the routes work with. */
export interface LookRoutesOptions {
  readonly auditor: AuditorService;
  readonly gate: ActGate;
  readonly permissions: PermissionsService;
  readonly messages: MessagesService;
  readonly rules: Omit<ActionRules, 'flags'>;
  /** Why nobody may redrive or purge the queue. */
  readonly flagsOf: (acting: Acting) => Promise<readonly string[]>;
}

/** Tells what the caller may do, so that controls can fail closed. */
export function addActionsRoute(router: Router, options: LookRoutesOptions) {
  const { gate, permissions, rules } = options;
  router.get(`${QUEUE_PATH}/actions`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const acting = await gate.admit(path, credentials, queuesReadPermission);
    const flags = await options.flagsOf(acting);
    const all = { ...rules, flags };
    res.json(await readQueueActions(permissions, credentials, acting, all));
  });
}

/** Shows some messages. */
export function addPeekRoute(router: Router, options: LookRoutesOptions) {
  const { auditor, gate, messages, rules } = options;
  router.post(`${QUEUE_PATH}/peek`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const { limit } = parse(peekCommandSchema, req.body ?? {});
    const acting = await gate.admitToPeek(path, credentials);
    if (rules.readOnly) throw readOnlyError();
    const answer = await audited(
      auditor,
      {
        eventId: 'messages-peek',
        severityLevel: 'medium',
        request: req,
        meta: { ...about(acting), limit },
      },
      () => messages.peek(acting.queue, limit),
      peek => ({ messages: peek.messages.length, total: peek.total }),
    );
    res.set('cache-control', 'no-store').json(answer);
  });
}

/** Downloads masked dead letters. */
export function addExportRoute(router: Router, options: LookRoutesOptions) {
  const { auditor, gate, messages, rules } = options;
  router.post(`${QUEUE_PATH}/export`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const { limit } = parse(exportCommandSchema, req.body ?? {});
    const acting = await gate.admitToDeadLetters(
      path,
      credentials,
      queuesExportPermission,
    );
    if (rules.readOnly) throw readOnlyError();
    await audited(
      auditor,
      {
        eventId: 'messages-export',
        severityLevel: 'medium',
        request: req,
        meta: { ...about(acting), limit },
      },
      () =>
        sendNdjson(res, messages.export(acting.queue, limit), {
          fileName: `${path.queue}.ndjson`,
        }),
      count => ({ messages: count }),
    );
  });
}
