import {
  AuditorService,
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActGate } from '../acts/ActGate';
import { BoardService } from '../board/BoardService';
import { QueuesConfig } from '../config';
import { MessagesService } from '../messages/MessagesService';
import { RedrivesService } from '../redrives/RedrivesService';
import { QueuesService } from '../services/QueuesService';
import { AgentCaller } from './AgentCaller';
import { createGetQueueStateAction } from './createGetQueueStateAction';
import { createListQueuesAtRiskAction } from './createListQueuesAtRiskAction';
import { createRedriveDeadLettersAction } from './createRedriveDeadLettersAction';
import { createSummarizeDeadLettersAction } from './createSummarizeDeadLettersAction';

/** What agents may do with queues: the same services as the routes, asked for the same permissions. @internal */
export function registerQueueActions(deps: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  board: BoardService;
  config: Pick<QueuesConfig, 'redrive'>;
  gate: ActGate;
  messages: MessagesService;
  permissions: PermissionsService;
  queues: QueuesService;
  redrives: RedrivesService;
  rules: { readonly readOnly: boolean };
}): void {
  const all = { ...deps, caller: new AgentCaller(deps.auth) };
  createListQueuesAtRiskAction(all);
  createGetQueueStateAction(all);
  createSummarizeDeadLettersAction(all);
  if (deps.config.redrive.agents) createRedriveDeadLettersAction(all);
}
