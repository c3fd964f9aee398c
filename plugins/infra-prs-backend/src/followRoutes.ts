import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  infraPrsReadPermission,
  infraPrsRetryPermission,
  infraPrsRevertPermission,
  LinkedChange,
} from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { audited } from './audited';
import { Authorize } from './authorizeWith';
import { FollowDecisions } from './follow/FollowDecisions';
import { FollowService } from './follow/FollowService';
import { numberPathSchema, parse, readGithubToken } from './routeSchemas';

/** What the routes about what became of changes work with. */
export interface FollowRoutesOptions {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly follow: FollowService;
  readonly followDecisions: FollowDecisions;
}

/** Routes about what became of changes. */
export function addFollowRoutes(
  router: Router,
  { auditor, httpAuth, follow, followDecisions }: FollowRoutesOptions,
  allow: Authorize,
): void {
  router.get('/v1/pull-requests/:number/follow', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await follow.read(number, credentials));
  });

  router.post('/v1/pull-requests/:number/retry', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const githubToken = readGithubToken(req.headers);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await allow(infraPrsRetryPermission, credentials);
    await audited(auditor, req, 'change-retry', { number }, () =>
      followDecisions.retry(number, { credentials, githubToken }),
    );
    res.json(await follow.read(number, credentials));
  });

  router.post('/v1/pull-requests/:number/revert', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const githubToken = readGithubToken(req.headers);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await allow(infraPrsRevertPermission, credentials);
    const actor = { credentials, githubToken };
    let revert: LinkedChange | undefined;
    await audited(auditor, req, 'change-revert', { number }, async () => {
      const done = await followDecisions.revert(number, actor);
      revert = done.revert;
      return done.outcome;
    });
    res.json(revert);
  });
}
