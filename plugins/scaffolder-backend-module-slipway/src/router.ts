import { InputError } from '@backstage/errors';
import { Environments } from '@slipway/platform-node';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import {
  createDryRunGuard,
  DryRunGuardOptions,
} from './preview/createDryRunGuard';
import { PreviewService } from './preview/PreviewService';

const previewSchema = z.object({
  templateRef: z
    .string()
    .max(300)
    .regex(
      /^template:[\w.-]+\/[\w.-]+$/i,
      'must be an entity ref such as template:default/go-worker-eks',
    ),
  values: z.record(z.string(), z.unknown()),
});

export interface RouterOptions extends DryRunGuardOptions {
  readonly environments: Environments;
  readonly previews: PreviewService;
}

/** Routes beside the scaffolder's own, under `/api/scaffolder/slipway`. */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth, environments, previews } = options;
  const router = PromiseRouter();

  router.get('/slipway/v1/environments', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user'] });
    res.json({
      items: environments
        .list()
        .map(({ name, title, protection }) => ({ name, title, protection })),
    });
  });

  // Modules come before their plugin, so this stands in front of the scaffolder's own route.
  router.post('/v2/dry-run', createDryRunGuard(options));

  // Permissions: the dry run that a preview is made of authorizes as the caller.
  router.post(
    '/slipway/v1/preview',
    express.json({ limit: '256kb' }),
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const parsed = previewSchema.safeParse(req.body);
      if (!parsed.success) {
        throw new InputError(z.prettifyError(parsed.error));
      }
      res.json(await previews.preview(parsed.data, { credentials }));
    },
  );

  return router;
}
