import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  BoardRow,
  queuesAgentsPermission,
} from '@slipway/plugin-queues-common';
import { BoardService } from '../board/BoardService';
import { AgentCaller } from './AgentCaller';

/** What is said of a queue on the board. */
function toItem(row: BoardRow) {
  return {
    queue: row.name,
    environment: row.environment,
    entityRef: row.entityRef,
    owner: row.owner,
    risk: row.risk.level,
    reasons: row.risk.reasons,
    visible: row.visible,
    oldestAgeSeconds: row.oldestAgeSeconds,
    deadLetterQueue: row.dlq?.name,
    deadLetters: row.dlq?.visible,
  };
}

/** Lets agents find the queues that need somebody. */
export function createListQueuesAtRiskAction(deps: {
  actionsRegistry: ActionsRegistryService;
  board: BoardService;
  caller: AgentCaller;
}): void {
  const { actionsRegistry, board, caller } = deps;
  actionsRegistry.register({
    name: 'list-queues-at-risk',
    title: 'List queues at risk',
    description:
      'Lists the SQS queues the user may see that need attention, the riskiest first: growing dead letters, messages about to expire, old messages, queues that do not drain.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: queuesAgentsPermission,
    schema: {
      input: z =>
        z.object({
          environment: z
            .string()
            .optional()
            .describe('Name of the environment'),
          owner: z
            .string()
            .optional()
            .describe('Entity ref of the owner, such as group:default/orders'),
          limit: z.number().int().min(1).max(100).default(20),
        }),
      output: z =>
        z.object({
          total: z.number().describe('Queues at risk, listed or not'),
          queues: z.array(
            z.object({
              queue: z.string(),
              environment: z.string(),
              entityRef: z.string(),
              owner: z.string(),
              risk: z.enum(['critical', 'warning', 'ok', 'unknown']),
              reasons: z.array(z.string()),
              visible: z.number().optional(),
              oldestAgeSeconds: z.number().optional(),
              deadLetterQueue: z.string().optional(),
              deadLetters: z.number().optional(),
            }),
          ),
        }),
    },
    action: ({ input, credentials }) =>
      caller.run(async () => {
        const person = caller.person(credentials);
        const { rows } = await board.getBoard({ credentials: person });
        const atRisk = rows.filter(
          row =>
            (row.risk.level === 'critical' || row.risk.level === 'warning') &&
            (!input.environment || row.environment === input.environment) &&
            (!input.owner || row.owner === input.owner),
        );
        const queues = atRisk.slice(0, input.limit).map(toItem);
        return { total: atRisk.length, queues };
      }),
  });
}
