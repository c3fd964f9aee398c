import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  bulkCommandSchema,
  BulkResult,
  infraPrsApprovePermission,
  infraPrsMergePermission,
} from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { audited } from './audited';
import { Authorize } from './authorizeWith';
import { parse, readGithubToken } from './routeSchemas';
import { BulkDecisions } from './services/deciding/BulkDecisions';

const PERMISSIONS = {
  approve: infraPrsApprovePermission,
  merge: infraPrsMergePermission,
};

/** Deciding about several changes in one go; each has an audit event of its own. */
export function addBulkRoutes(
  router: Router,
  options: {
    readonly auditor: AuditorService;
    readonly httpAuth: HttpAuthService;
    readonly bulk: BulkDecisions;
  },
  allow: Authorize,
): void {
  const { auditor, httpAuth, bulk } = options;
  router.post('/v1/pull-requests/decisions', async (req, res) => {
    const command = parse(bulkCommandSchema, req.body);
    const githubToken = readGithubToken(req.headers);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await allow(PERMISSIONS[command.decision], credentials);
    const actor = { credentials, githubToken };
    const eventId = `change-${command.decision}`;
    const of = command.items.length;
    const results = await bulk.decide(command, actor, (item, decide) =>
      audited(auditor, req, eventId, { ...item, inBulkOf: of }, decide),
    );
    const answer: BulkResult = { results };
    res.json(answer);
  });
}
