import { InputError } from '@backstage/errors';
import { serviceNameSchema } from '@slipway/platform-common';
import { Environments } from '@slipway/platform-node';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod';
import { environmentChoices } from './form/environmentChoices';
import { FactsService } from './form/FactsService';
import { NameService } from './form/NameService';
import { requireTaskCreate } from './form/requireTaskCreate';
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
      'must be an entity ref such as template:default/go-service',
    ),
  values: z.record(z.string(), z.unknown()),
});

const nameSchema = z.object({ name: serviceNameSchema });

export interface RouterOptions extends DryRunGuardOptions {
  readonly environments: Environments;
  readonly previews: PreviewService;
  readonly names: NameService;
  readonly facts: FactsService;
}

/** Routes beside the scaffolder's own, under `/api/scaffolder/slipway`. */
export function createRouter(options: RouterOptions): Router {
  const { httpAuth } = options;
  const router = PromiseRouter();
  addFormRoutes(router, options);

  // Modules come before their plugin, so this stands in front of the scaffolder's own route.
  router.post('/v2/dry-run', createDryRunGuard(options));

  // Permissions: the dry run that a preview is made of authorizes as the caller.
  router.post(
    '/slipway/v1/preview',
    express.json({ limit: '256kb' }),
    async (req, res) => {
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      const request = parse(previewSchema, req.body);
      res.json(await options.previews.preview(request, { credentials }));
    },
  );

  return router;
}

/** What fields of the form ask; for everybody who may ask for something. */
function addFormRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, environments, names, facts } = options;

  router.get('/slipway/v1/environments', async (req, res) => {
    await httpAuth.credentials(req, { allow: ['user'] });
    res.json({ items: environmentChoices(environments) });
  });

  router.get('/slipway/v1/facts', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await requireTaskCreate(options, credentials);
    res.json({ items: await facts.list() });
  });

  router.get('/slipway/v1/names/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await requireTaskCreate(options, credentials);
    const { name } = parse(nameSchema, req.params);
    res.json(await names.check(name, { credentials }));
  });
}

/** @throws InputError naming the field */
function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new InputError(z.prettifyError(parsed.error));
  return parsed.data;
}
