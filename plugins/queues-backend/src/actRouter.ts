import {
  AuditorService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  peekCommandSchema,
  purgeCommandSchema,
  queuesExportPermission,
  queuesPurgePermission,
  queuesReadPermission,
  queuesRedrivePermission,
  redriveCommandSchema,
} from '@slipway/plugin-queues-common';
import express, { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { ActGate } from './acts/ActGate';
import { Acting } from './acts/Acting';
import { audited, AuditedAct } from './acts/audited';
import { readOnlyError } from './acts/refusals';
import { ActionRules, readQueueActions } from './acts/readQueueActions';
import { sendNdjson } from './acts/sendNdjson';
import { toBackstageError } from './acts/toBackstageError';
import { MessagesService } from './messages/MessagesService';
import { PurgesService } from './purges/PurgesService';
import { RedrivesService } from './redrives/RedrivesService';

/** Most messages of one export. */
export const MAX_EXPORT = 10_000;

/** What the routes work with. */
export interface ActRouterOptions {
  readonly auditor: AuditorService;
  readonly gate: ActGate;
  readonly permissions: PermissionsService;
  readonly messages: MessagesService;
  readonly redrives: RedrivesService;
  readonly purges: PurgesService;
  readonly rules: Omit<ActionRules, 'flags'>;
  /** Why nobody may redrive or purge the queue. */
  readonly flagsOf: (acting: Acting) => Promise<readonly string[]>;
}

const QUEUE = '/v1/entities/:kind/:namespace/:name/queues/:environment/:queue';
const exportCommandSchema = z
  .strictObject({
    limit: z.number().int().min(1).max(MAX_EXPORT).default(1_000),
  })
  .prefault({});
const redriveIdSchema = z.string().regex(/^[\w-]{1,60}$/);

/** @throws InputError that says which field was wrong and what would do. */
function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new InputError(z.prettifyError(parsed.error));
  return parsed.data;
}

/** What every audit event about a queue says. */
function about({ queue, entityRef, userRef }: Acting) {
  const environment = queue.key.environment.name;
  return { userRef, entityRef, environment, queue: queue.key.name };
}

function addLooks(router: Router, options: ActRouterOptions) {
  const { auditor, gate, messages, permissions, rules } = options;

  router.get(`${QUEUE}/actions`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const acting = await gate.admit(path, credentials, queuesReadPermission);
    const flags = await options.flagsOf(acting);
    res.json(
      await readQueueActions(permissions, credentials, acting, {
        ...rules,
        flags,
      }),
    );
  });

  router.post(`${QUEUE}/peek`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const { limit } = parse(peekCommandSchema, req.body ?? {});
    const acting = await gate.admitToPeek(path, credentials);
    if (rules.readOnly) throw readOnlyError();
    const act: AuditedAct = {
      eventId: 'messages-peek',
      severityLevel: 'medium',
      request: req,
      meta: { ...about(acting), limit },
    };
    const answer = await audited(
      auditor,
      act,
      () => messages.peek(acting.queue, limit),
      peek => ({ messages: peek.messages.length, total: peek.total }),
    );
    res.set('cache-control', 'no-store').json(answer);
  });

  router.post(`${QUEUE}/export`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const { limit } = parse(exportCommandSchema, req.body ?? {});
    const acting = await gate.admitToDeadLetters(
      path,
      credentials,
      queuesExportPermission,
    );
    if (rules.readOnly) throw readOnlyError();
    const act: AuditedAct = {
      eventId: 'messages-export',
      severityLevel: 'medium',
      request: req,
      meta: { ...about(acting), limit },
    };
    await audited(
      auditor,
      act,
      () =>
        sendNdjson(res, messages.export(acting.queue, limit), {
          fileName: `${path.queue}.ndjson`,
        }),
      count => ({ messages: count }),
    );
  });
}

function addRedrives(router: Router, options: ActRouterOptions) {
  const { auditor, gate, redrives } = options;

  router.get(`${QUEUE}/redrive-preview`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const acting = await gate.admit(path, credentials, queuesRedrivePermission);
    res.json(await redrives.preview(acting));
  });

  router.get(`${QUEUE}/redrives`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const { queue } = await gate.admit(path, credentials, queuesReadPermission);
    res.json({ redrives: await redrives.list(queue) });
  });

  router.post(`${QUEUE}/redrives`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const command = parse(redriveCommandSchema, req.body);
    const acting = await gate.admitToDeadLetters(
      path,
      credentials,
      queuesRedrivePermission,
    );
    const { messageIds, velocity } = command;
    const act: AuditedAct = {
      eventId: 'redrive-start',
      severityLevel: 'medium',
      request: req,
      meta: {
        ...about(acting),
        ...(velocity && { velocity }),
        ...(messageIds && { messageIds }),
      },
    };
    const redrive = await audited(
      auditor,
      act,
      () => redrives.start(acting, command),
      started => ({
        redriveId: started.id,
        before: { messages: started.toMove ?? null },
        after: { status: started.status, targets: started.targets },
      }),
    );
    res.status(202).json(redrive);
  });

  router.post(`${QUEUE}/redrives/:id/cancel`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const id = parse(redriveIdSchema, req.params.id);
    const acting = await gate.admit(path, credentials, queuesRedrivePermission);
    const act: AuditedAct = {
      eventId: 'redrive-cancel',
      severityLevel: 'medium',
      request: req,
      meta: { ...about(acting), redriveId: id },
    };
    const redrive = await audited(
      auditor,
      act,
      () => redrives.cancel(acting, id),
      ({ status, moved }) => ({ after: { status, moved } }),
    );
    res.json(redrive);
  });
}

function addPurges(router: Router, options: ActRouterOptions) {
  const { auditor, gate, purges } = options;

  router.post(`${QUEUE}/snapshot`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const acting = await gate.admitToDeadLetters(
      path,
      credentials,
      queuesPurgePermission,
    );
    const { id, messages } = await purges.snapshot(acting);
    const act: AuditedAct = {
      eventId: 'purge-snapshot',
      severityLevel: 'medium',
      request: req,
      meta: { ...about(acting), snapshotId: id },
    };
    await audited(
      auditor,
      act,
      () =>
        sendNdjson(res, messages, {
          fileName: `${path.queue}-snapshot.ndjson`,
          headers: { 'slipway-snapshot': id },
        }),
      count => ({ messages: count }),
    );
  });

  router.post(`${QUEUE}/purge`, async (req, res) => {
    const { path, credentials } = await gate.identify(req);
    const command = parse(purgeCommandSchema, req.body);
    const acting = await gate.admitToDeadLetters(
      path,
      credentials,
      queuesPurgePermission,
    );
    const { snapshotId } = command;
    const act: AuditedAct = {
      eventId: 'queue-purge',
      severityLevel: 'high',
      request: req,
      meta: { ...about(acting), snapshotId },
    };
    await audited(
      auditor,
      act,
      () => purges.purge(acting, command),
      ({ before, inSnapshot }) => ({
        before: { messages: before, inSnapshot },
        after: { messages: 0 },
      }),
    );
    res.status(204).end();
  });
}

/** Failures of AWS become errors that Backstage has a status for. */
const mapErrors: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) res.destroy();
  else next(toBackstageError(error));
};

/** Routes that act on queues: look into them, redrive, purge. @internal */
export function createActRouter(options: ActRouterOptions): Router {
  const router = PromiseRouter();
  router.use(QUEUE, express.json({ limit: '100kb' }));
  addLooks(router, options);
  addRedrives(router, options);
  addPurges(router, options);
  router.use(mapErrors);
  return router;
}
