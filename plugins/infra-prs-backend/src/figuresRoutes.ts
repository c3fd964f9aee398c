import { HttpAuthService } from '@backstage/backend-plugin-api';
import { infraPrsReadPermission } from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { z } from 'zod';
import { Authorize } from './authorizeWith';
import { FiguresService } from './figures/FiguresService';
import { parse } from './routeSchemas';

const name = z.string().max(255).optional();
const querySchema = z.strictObject({
  days: z.coerce.number().pipe(z.int().min(1).max(365)).default(30),
  failureDays: z.coerce.number().pipe(z.int().min(1).max(90)).default(7),
  environment: name,
  template: name,
  /** Entity ref; empty for what nobody owns. */
  team: name,
});

/** Routes about how fast and how well changes come to be live. */
export function addFiguresRoutes(
  router: Router,
  { httpAuth, figures }: { httpAuth: HttpAuthService; figures: FiguresService },
  allow: Authorize,
): void {
  router.get('/v1/figures', async (req, res) => {
    const query = parse(querySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await figures.read(query, credentials));
  });
}
