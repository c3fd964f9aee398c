import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  PeekResponse,
  queuesAgentsPermission,
} from '@slipway/plugin-queues-common';
import { ActGate } from '../acts/ActGate';
import { audited } from '../acts/audited';
import { about } from '../acts/queueRoutes';
import { readOnlyError } from '../acts/refusals';
import { MessagesService } from '../messages/MessagesService';
import { AgentCaller, queuePathOf } from './AgentCaller';

/** Groups without a single message: what an agent reads may leave the house. */
function toSummary({ total, messages, groups, notes = [] }: PeekResponse) {
  return {
    total,
    sample: messages.length,
    notes,
    groups: groups.map(group => ({
      title: group.title,
      by: group.by,
      eventType: group.eventType,
      location: group.location,
      count: group.count,
      firstSentAt: group.firstSentAt,
      lastSentAt: group.lastSentAt,
    })),
  };
}

/** Lets agents tell why messages failed. */
export function createSummarizeDeadLettersAction(deps: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  caller: AgentCaller;
  gate: ActGate;
  messages: MessagesService;
  rules: { readonly readOnly: boolean };
}): void {
  const { actionsRegistry, auditor, caller, gate, messages, rules } = deps;
  actionsRegistry.register({
    name: 'summarize-dead-letters',
    title: 'Summarize dead letters',
    description:
      'Looks at a sample of the messages in a dead-letter queue and groups them by cause. Answers masked titles and counts, never bodies. Raises the receive count of the sample by one.',
    attributes: { readOnly: true, destructive: false, idempotent: false },
    visibilityPermission: queuesAgentsPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe('Such as component:default/orders'),
          environment: z.string(),
          queue: z.string().describe('Name of the dead-letter queue'),
          limit: z.number().int().min(1).max(100).default(50),
        }),
      output: z =>
        z.object({
          total: z.number().describe('Messages in the queue, estimated by SQS'),
          sample: z.number().describe('Messages that were looked at'),
          notes: z.array(z.string()),
          groups: z.array(
            z.object({
              title: z.string(),
              by: z.string().describe('What the cause was told by'),
              eventType: z.string().optional(),
              location: z.string().optional(),
              count: z.number(),
              firstSentAt: z.string(),
              lastSentAt: z.string(),
            }),
          ),
        }),
    },
    action: ({ input: { limit, ...queue }, credentials }) =>
      caller.run(async () => {
        const person = caller.person(credentials);
        const acting = await gate.admitToPeek(queuePathOf(queue), person);
        if (rules.readOnly) throw readOnlyError();
        const peek = await audited(
          auditor,
          {
            eventId: 'messages-peek',
            severityLevel: 'medium',
            meta: { ...about(acting), limit, agent: true },
          },
          () => messages.peek(acting.queue, limit),
          ({ messages: seen, total }) => ({ messages: seen.length, total }),
        );
        return toSummary(peek);
      }),
  });
}
