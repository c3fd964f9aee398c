import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  autoMergeCommandSchema,
  breakGlassCommandSchema,
  closeCommandSchema,
  commentCommandSchema,
  draftCommandSchema,
  infraPrsBreakGlassPermission,
  infraPrsClosePermission,
  infraPrsCommentPermission,
  infraPrsMergePermission,
  infraPrsRequestChangesPermission,
  reopenCommandSchema,
  requestChangesCommandSchema,
} from '@slipway/plugin-infra-prs-common';
import { Router } from 'express';
import { z } from 'zod';
import { audited } from './audited';
import { Authorize } from './authorizeWith';
import { numberPathSchema, parse, readGithubToken } from './routeSchemas';
import {
  Actor,
  ChangeService,
  DecisionOutcome,
} from './services/ChangeService';
import { AutoMergeDecisions } from './services/deciding/AutoMergeDecisions';
import { BreakGlass } from './services/deciding/BreakGlass';
import { LifecycleDecisions } from './services/deciding/LifecycleDecisions';
import { ReviewDecisions } from './services/deciding/ReviewDecisions';

/** What the routes of decisions work with. */
export interface DecisionRoutesOptions {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly changes: ChangeService;
  readonly reviews: ReviewDecisions;
  readonly lifecycle: LifecycleDecisions;
  readonly autoMerge: AutoMergeDecisions;
  readonly breakGlass: BreakGlass;
}

interface DecisionRoute<T> {
  /** Last part of the path, and of the audit event's name. */
  readonly verb: string;
  readonly permission: BasicPermission;
  readonly schema: z.ZodType<T>;
  readonly severity?: 'medium' | 'high';
  decide(number: number, command: T, actor: Actor): Promise<DecisionOutcome>;
}

/** Makes routes that let a person decide about one change; each answers the change as it is after that. */
export function decisionRouter(
  router: Router,
  options: Pick<DecisionRoutesOptions, 'auditor' | 'httpAuth' | 'changes'>,
  allow: Authorize,
) {
  const { auditor, httpAuth, changes } = options;
  return <T extends JsonObject>(route: DecisionRoute<T>): void => {
    const { verb, permission, severity } = route;
    router.post(`/v1/pull-requests/:number/${verb}`, async (req, res) => {
      const { number } = parse(numberPathSchema, req.params);
      const command = parse(route.schema, req.body);
      const githubToken = readGithubToken(req.headers);
      const credentials = await httpAuth.credentials(req, { allow: ['user'] });
      await allow(permission, credentials);
      const meta = { number, ...command };
      const actor = { credentials, githubToken };
      const decide = () => route.decide(number, command, actor);
      await audited(auditor, req, `change-${verb}`, meta, decide, severity);
      res.json(await changes.get(number, credentials));
    });
  };
}

type AddRoute = ReturnType<typeof decisionRouter>;

function addReviews(add: AddRoute, reviews: ReviewDecisions): void {
  add({
    verb: 'request-changes',
    permission: infraPrsRequestChangesPermission,
    schema: requestChangesCommandSchema,
    decide: (...args) => reviews.requestChanges(...args),
  });
  add({
    verb: 'comment',
    permission: infraPrsCommentPermission,
    schema: commentCommandSchema,
    decide: (...args) => reviews.comment(...args),
  });
}

function addLifecycle(add: AddRoute, lifecycle: LifecycleDecisions): void {
  const permission = infraPrsClosePermission;
  add({
    verb: 'close',
    permission,
    schema: closeCommandSchema,
    decide: (...args) => lifecycle.close(...args),
  });
  add({
    verb: 'reopen',
    permission,
    schema: reopenCommandSchema,
    decide: (...args) => lifecycle.reopen(...args),
  });
  add({
    verb: 'draft',
    permission,
    schema: draftCommandSchema,
    decide: (...args) => lifecycle.setDraft(...args),
  });
}

/** Everything that people can do with one change beside approving and merging it. */
export function addDecisionRoutes(
  router: Router,
  options: DecisionRoutesOptions,
  allow: Authorize,
): void {
  const { autoMerge, breakGlass } = options;
  const add = decisionRouter(router, options, allow);
  addReviews(add, options.reviews);
  addLifecycle(add, options.lifecycle);
  add({
    verb: 'auto-merge',
    permission: infraPrsMergePermission,
    schema: autoMergeCommandSchema,
    decide: (...args) => autoMerge.set(...args),
  });
  add({
    verb: 'break-glass',
    permission: infraPrsBreakGlassPermission,
    schema: breakGlassCommandSchema,
    severity: 'high',
    decide: (...args) => breakGlass.merge(...args),
  });
}
