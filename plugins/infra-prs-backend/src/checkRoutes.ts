import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  infraPrsReadPermission,
  infraPrsRerunPermission,
} from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { z } from 'zod';
import { audited } from './audited';
import { Authorize } from './authorizeWith';
import {
  filesQuerySchema,
  numberPathSchema,
  parse,
  readGithubToken,
} from './routeSchemas';
import { ChangeChecksService } from './services/ChangeChecksService';

/** What the routes of a change's checks work with. */
export interface CheckRoutesOptions {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly checks: ChangeChecksService;
}

const checkPathSchema = numberPathSchema.extend({
  check: z.coerce.number().pipe(z.int().positive()),
});

/** The checks of a change with all that they say, and asking for one again. */
export function addCheckRoutes(
  router: Router,
  { auditor, httpAuth, checks }: CheckRoutesOptions,
  allow: Authorize,
): void {
  const base = '/v1/pull-requests/:number/checks';

  router.get(base, async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const { headSha } = parse(filesQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await checks.read(number, headSha));
  });

  router.post(`${base}/:check/rerun`, async (req, res) => {
    const { number, check } = parse(checkPathSchema, req.params);
    const githubToken = readGithubToken(req.headers);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await allow(infraPrsRerunPermission, credentials);
    const actor = { credentials, githubToken };
    await audited(auditor, req, 'change-check-rerun', { number, check }, () =>
      checks.rerun(number, check, actor),
    );
    res.status(202).json({});
  });
}
