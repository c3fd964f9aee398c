import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { GitHost } from './GitHost';
import { seedCrowd } from './seed/seedCrowd';

const crowdBody = z.strictObject({
  requests: z.number().int().min(0).max(5_000),
  openShare: z.number().min(0).max(1).default(0.3),
  plans: z.array(z.number().int().min(1).max(5_000)).max(10).default([]),
  diffs: z
    .array(
      z.strictObject({
        files: z.number().int().min(1).max(3_000),
        lines: z.number().int().min(1).max(200_000),
      }),
    )
    .max(5)
    .default([]),
});

/** `POST /api/parts/github/crowd`: pull requests by the thousand, to measure with. */
export function crowdRoutes(host: GitHost): Router {
  const router = PromiseRouter();
  router.post('/crowd', async (request, response) => {
    const crowd = crowdBody.parse(request.body);
    const repository = host.repository('acme', 'infrastructure');
    response.json(await seedCrowd(host.context, repository, crowd));
  });
  return router;
}
