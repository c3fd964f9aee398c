import { Router } from 'express';
import { z } from 'zod';
import { moveFleet, seedFleet } from '../demo/fleet/seedFleet';
import { NotThereError } from './controlErrors';
import { ControlOptions } from './createControl';

const fleetBody = z.strictObject({
  environment: z.string(),
  queues: z.number().int().min(1).max(20_000),
  owners: z.array(z.string().min(1).max(100)).min(1).max(50),
});

/** `POST /api/fleet`: thousands of queues, to measure with. */
export function fleetRoutes({ world, aws }: ControlOptions): Router {
  const router = Router();
  let stop = () => {};
  router.post('/fleet', (request, response) => {
    const { environment: name, ...body } = fleetBody.parse(request.body);
    const environment = world.environments.find(item => item.name === name);
    if (!environment) {
      throw new NotThereError(`There is no environment ${name}`);
    }
    const place = { ...aws, clock: world.clock };
    const busy = seedFleet(place, { ...body, environment });
    stop();
    stop = moveFleet(place, busy);
    response.json({ queues: body.queues, busy: busy.length });
  });
  return router;
}
