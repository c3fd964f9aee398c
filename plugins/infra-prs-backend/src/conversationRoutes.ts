import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  infraPrsCommentPermission,
  infraPrsReadPermission,
  replyCommandSchema,
  resolveCommandSchema,
  threadCommandSchema,
} from '@slipway/plugin-infra-prs-common';
import { Request, Response, Router } from 'express';
import { z } from 'zod';
import { audited } from './audited';
import { Authorize } from './authorizeWith';
import { numberPathSchema, parse, readGithubToken } from './routeSchemas';
import { ChangeConversation } from './services/ChangeConversation';
import { Actor, DecisionOutcome } from './services/ChangeService';

/** What the routes of a change's conversation work with. */
export interface ConversationRoutesOptions {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly conversation: ChangeConversation;
}

const threadPathSchema = numberPathSchema.extend({
  thread: z.coerce.number().pipe(z.int().positive()),
});

type Say = (actor: Actor) => Promise<DecisionOutcome>;

/** Lets a person say something; answers the conversation as it is after that. */
function sayer(
  { auditor, httpAuth, conversation }: ConversationRoutesOptions,
  allow: Authorize,
) {
  return async (
    req: Request,
    res: Response,
    event: {
      readonly id: string;
      readonly meta: JsonObject & { number: number };
    },
    say: Say,
  ): Promise<void> => {
    const githubToken = readGithubToken(req.headers);
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    await allow(infraPrsCommentPermission, credentials);
    await audited(auditor, req, event.id, event.meta, () =>
      say({ credentials, githubToken }),
    );
    res.json(await conversation.read(event.meta.number));
  };
}

/** What is said of a change, on its lines and below it. Comments on the change itself are decisions. */
export function addConversationRoutes(
  router: Router,
  options: ConversationRoutesOptions,
  allow: Authorize,
): void {
  const { httpAuth, conversation } = options;
  const say = sayer(options, allow);
  const base = '/v1/pull-requests/:number';

  router.get(`${base}/conversation`, async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await allow(infraPrsReadPermission, credentials);
    res.json(await conversation.read(number));
  });

  router.post(`${base}/threads`, async (req, res) => {
    const { number } = parse(numberPathSchema, req.params);
    const command = parse(threadCommandSchema, req.body);
    const { headSha, path, side, line } = command;
    const meta = { number, headSha, path, side, line };
    await say(req, res, { id: 'change-comment-line', meta }, actor =>
      conversation.comment(number, command, actor),
    );
  });

  router.post(`${base}/threads/:thread/replies`, async (req, res) => {
    const { number, thread } = parse(threadPathSchema, req.params);
    const command = parse(replyCommandSchema, req.body);
    await say(
      req,
      res,
      { id: 'change-reply', meta: { number, thread } },
      actor => conversation.reply(number, thread, command, actor),
    );
  });

  router.put(`${base}/threads/:thread/resolution`, async (req, res) => {
    const { number, thread } = parse(threadPathSchema, req.params);
    const command = parse(resolveCommandSchema, req.body);
    const meta = { number, thread, ...command };
    await say(req, res, { id: 'change-resolve-thread', meta }, actor =>
      conversation.resolve(number, thread, command, actor),
    );
  });
}
