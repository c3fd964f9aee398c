import {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityPath } from '@slipway/platform-node';
import {
  approveCommandSchema,
  infraPrsApprovePermission,
  infraPrsMergePermission,
  infraPrsReadPermission,
  infraPrsRecordPermission,
  mergeCommandSchema,
  recordCommandSchema,
} from '@slipway/plugin-infra-prs-common';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from './audited';
import { FiguresService } from './figures/FiguresService';
import { addFiguresRoutes } from './figuresRoutes';
import { addFollowRoutes, FollowRoutesOptions } from './followRoutes';
import { Authorize, authorizeWith } from './authorizeWith';
import { addDecisionRoutes, DecisionRoutesOptions } from './decisionRoutes';
import { LifeService } from './life/LifeService';
import { RequestFinder } from './life/RequestFinder';
import { addLifeRoutes } from './lifeRoutes';
import { addBulkRoutes } from './bulkRoutes';
import { addCheckRoutes, CheckRoutesOptions } from './checkRoutes';
import { addContentRoutes } from './contentRoutes';
import { addFindingRoutes } from './findingRoutes';
import {
  addConversationRoutes,
  ConversationRoutesOptions,
} from './conversationRoutes';
import { addManifestRoutes } from './manifestRoutes';
import { addRequestRoutes } from './requestRoutes';
import {
  listQuerySchema,
  numberPathSchema,
  parse,
  readGithubToken,
} from './routeSchemas';
import { ChangeContents } from './services/ChangeContents';
import { ChangeDecisions, ChangeService } from './services/ChangeService';
import { FindingService } from './services/findings/FindingService';
import { BulkDecisions } from './services/deciding/BulkDecisions';
import { ManifestDiffService } from './services/manifests/ManifestDiffService';

/** What the routes work with. */
export interface RouterOptions
  extends DecisionRoutesOptions,
    CheckRoutesOptions,
    ConversationRoutesOptions,
    FollowRoutesOptions {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly changes: ChangeService;
  readonly contents: ChangeContents;
  readonly decisions: ChangeDecisions;
  readonly findings: FindingService;
  readonly manifests: ManifestDiffService;
  readonly life: LifeService;
  readonly figures: FiguresService;
  readonly finder: RequestFinder;
  readonly bulk: BulkDecisions;
}

function addReads(router: Router, options: RouterOptions, allow: Authorize) {
  const { httpAuth, changes } = options;

  router.get('/v1/pull-requests', async (req, res) => {
    const query = parse(listQuerySchema, req.query);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await changes.list(query, credentials));
  });

  router.get('/v1/pull-requests/:number', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await changes.get(number, credentials));
  });

  router.get(
    '/v1/entities/:kind/:namespace/:name/pull-requests',
    async (req, res) => {
      const entityRef = parseEntityPath(req.params);
      const credentials = await httpAuth.credentials(req, {
        allow: ['user', 'service'],
      });
      await allow(infraPrsReadPermission, credentials);
      res.json(await changes.list({ state: 'all', entityRef }, credentials));
    },
  );
}

function addDecisions(
  router: Router,
  options: RouterOptions,
  allow: Authorize,
) {
  const { auditor, httpAuth, changes, decisions } = options;

  router.post('/v1/pull-requests/:number/approve', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const command = parse(approveCommandSchema, req.body);
    const githubToken = readGithubToken(req.headers);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await allow(infraPrsApprovePermission, credentials);
    const { headSha, planDigest } = command;
    const meta = { number, headSha, planDigest };
    await audited(auditor, req, 'change-approve', meta, () =>
      decisions.approve(number, command, { credentials, githubToken }),
    );
    res.json(await changes.get(number, credentials));
  });

  router.post('/v1/pull-requests/:number/merge', async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const command = parse(mergeCommandSchema, req.body);
    const githubToken = readGithubToken(req.headers);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await allow(infraPrsMergePermission, credentials);
    const meta = { number, ...command };
    await audited(auditor, req, 'change-merge', meta, () =>
      decisions.merge(number, command, { credentials, githubToken }),
    );
    res.json(await changes.get(number, credentials));
  });

  router.post('/v1/requests', async (req, res) => {
    const command = parse(recordCommandSchema, req.body);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await allow(infraPrsRecordPermission, credentials);
    const { pullRequestNumber: number, metadata } = command;
    const meta = { number, requestId: metadata.id, entity: metadata.entity };
    await audited(auditor, req, 'change-record', meta, () =>
      decisions.record(command, credentials),
    );
    res.status(204).end();
  });
}

/** Routes of the plugin, served under `/api/slipway-infra-prs`. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.use(express.json());
  const allow = authorizeWith(options.permissions);
  addReads(router, options, allow);
  addLifeRoutes(router, options, allow);
  addContentRoutes(router, options, allow);
  addCheckRoutes(router, options, allow);
  addConversationRoutes(router, options, allow);
  addBulkRoutes(router, options, allow);
  addDecisions(router, options, allow);
  addFindingRoutes(router, options, allow);
  addDecisionRoutes(router, options, allow);
  addFollowRoutes(router, options, allow);
  addFiguresRoutes(router, options, allow);
  addRequestRoutes(router, options, allow);
  addManifestRoutes(router, options, allow);
  return router;
}
