import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { FAILURE_CAUSES } from '../world/traffic/failureCauses';
import { NotThereError } from './controlErrors';
import { ControlOptions } from './createControl';
import { sendMessages } from './sendMessages';
import { worldState } from './worldState';

const failureMode = z.enum([
  'consumer-errors',
  'consumer-stopped',
  'http-errors',
  'slow',
]);
const share = z.number().min(0).max(1);
const chaosRule = z.strictObject({
  latencyMs: z.number().int().min(0).max(120_000).optional(),
  throttleRate: share.optional(),
  failRate: share.optional(),
  failStatus: z.number().int().min(400).max(599).optional(),
  denied: z.boolean().optional(),
  dead: z.boolean().optional(),
  exhausted: z.boolean().optional(),
  cut: z.boolean().optional(),
  empty: z.boolean().optional(),
});
/** `{ "aws/SQS": { "throttleRate": 0.5 } }`; an empty rule ends a fault. */
const chaosBody = z.record(z.string().min(1).max(200), chaosRule);
const deployBody = z.strictObject({ image: z.string().min(1).max(500) });
const advanceBody = z.strictObject({
  ms: z
    .number()
    .int()
    .min(0)
    .max(7 * 86_400_000),
});
const messagesBody = z.strictObject({
  environment: z.string(),
  queue: z.string(),
  count: z.number().int().min(1).max(20_000),
  body: z.string().min(1).max(262_144).optional(),
  cause: z.enum(FAILURE_CAUSES).optional(),
});

/** Routes that make services fail and heal. */
function workloadRoutes(router: Router, { world }: ControlOptions): void {
  router.param('name', (request, _response, next, name: string) => {
    const { environment } = request.params;
    const there = world.workloads.get(environment, name);
    next(
      there
        ? undefined
        : new NotThereError(
            `No workload ${name} in environment ${environment}`,
          ),
    );
  });
  router.post('/workloads/:environment/:name/fail', (request, response) => {
    const { mode } = z.object({ mode: failureMode }).parse(request.body);
    world.workloads.fail(request.params.environment, request.params.name, mode);
    response.json({ ok: true });
  });
  router.post('/workloads/:environment/:name/heal', (request, response) => {
    world.workloads.heal(request.params.environment, request.params.name);
    response.json({ ok: true });
  });
  router.post('/workloads/:environment/:name/deploy', (request, response) => {
    const { image } = deployBody.parse(request.body);
    const { environment, name } = request.params;
    const workload = world.workloads.get(environment, name);
    if (workload?.platform !== 'ecs') {
      throw new NotThereError(
        `${name} is not on ECS: its image comes from Git`,
      );
    }
    world.workloads.upsert({ ...workload, image });
    response.json({ ok: true });
  });
}

/** Routes that bend time, calls and queues. */
function worldRoutes(router: Router, options: ControlOptions): void {
  const { world } = options;
  router.post('/clock/advance', async (request, response) => {
    await world.clock.advance(advanceBody.parse(request.body).ms);
    response.json({ now: world.clock.now() });
  });
  router.put('/chaos', (request, response) => {
    for (const [target, rule] of Object.entries(
      chaosBody.parse(request.body),
    )) {
      world.chaos.set(target, rule);
    }
    response.json(world.chaos.rules());
  });
  router.post('/messages', (request, response) => {
    sendMessages(options, messagesBody.parse(request.body));
    response.json({ ok: true });
  });
  router.post('/reset', async (_request, response) => {
    await options.reset();
    response.json({ ok: true });
  });
}

/** The JSON API of the control server, below `/api`. */
export function controlRoutes(options: ControlOptions): Router {
  const router = PromiseRouter();
  const { world } = options;
  router.get('/state', (_request, response) => {
    response.json(worldState(options));
  });
  router.get('/calls', (_request, response) => {
    response.json({
      total: world.counter.total(),
      calls: world.counter.counts(),
      unchanged: world.counter.unchanged(),
    });
  });
  router.post('/calls/reset', (_request, response) => {
    world.counter.reset();
    response.json({ ok: true });
  });
  workloadRoutes(router, options);
  worldRoutes(router, options);
  return router;
}
