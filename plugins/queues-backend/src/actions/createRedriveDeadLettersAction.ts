import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  MAX_REDRIVE_VELOCITY,
  queuesAgentsPermission,
  queuesRedrivePermission,
} from '@slipway/plugin-queues-common';
import { ActGate } from '../acts/ActGate';
import { audited } from '../acts/audited';
import { about } from '../acts/queueRoutes';
import { startedMeta } from '../acts/redriveRoutes';
import { RedrivesService } from '../redrives/RedrivesService';
import { AgentCaller, queuePathOf } from './AgentCaller';

/** Lets agents redrive. Registered only where `slipway.queues.redrive.agents` is set. */
export function createRedriveDeadLettersAction(deps: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  caller: AgentCaller;
  gate: ActGate;
  redrives: RedrivesService;
}): void {
  const { actionsRegistry, auditor, caller, gate, redrives } = deps;
  actionsRegistry.register({
    name: 'redrive-dead-letters',
    title: 'Redrive dead letters',
    description:
      'Moves all messages of a dead-letter queue back to the queues they came from, where consumers handle them again. Ask the user first, and only after the cause was fixed. It cannot be undone.',
    attributes: { readOnly: false, destructive: true, idempotent: false },
    visibilityPermission: queuesAgentsPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe('Such as component:default/orders'),
          environment: z.string(),
          queue: z.string().describe('Name of the dead-letter queue'),
          confirm: z
            .string()
            .describe(
              'The name of the dead-letter queue, as the user typed it',
            ),
          velocity: z
            .number()
            .int()
            .min(1)
            .max(MAX_REDRIVE_VELOCITY)
            .optional()
            .describe('Messages per second; low by default'),
        }),
      output: z =>
        z.object({
          id: z.string(),
          status: z.string(),
          targets: z.array(z.string()),
          toMove: z.number().optional(),
          velocity: z.number().optional(),
        }),
    },
    action: ({ input: { confirm, velocity, ...queue }, credentials }) =>
      caller.run(async () => {
        const acting = await gate.admitToDeadLetters(
          queuePathOf(queue),
          caller.person(credentials),
          queuesRedrivePermission,
        );
        const redrive = await audited(
          auditor,
          {
            eventId: 'redrive-start',
            severityLevel: 'medium',
            meta: {
              ...about(acting),
              ...(velocity && { velocity }),
              agent: true,
            },
          },
          () => redrives.start(acting, { confirm, velocity }),
          startedMeta,
        );
        const { id, status, targets, toMove, velocity: speed } = redrive;
        return { id, status, targets, toMove, velocity: speed };
      }),
  });
}
