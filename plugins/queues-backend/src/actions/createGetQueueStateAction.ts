import { PermissionsService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { SourceResult } from '@slipway/platform-common';
import {
  entityRefSchema,
  requireEntityPermission,
} from '@slipway/platform-node';
import {
  queuesAgentsPermission,
  queuesReadPermission,
  QueueState,
} from '@slipway/plugin-queues-common';
import { QueuesService } from '../services/QueuesService';
import { AgentCaller } from './AgentCaller';

/** What is said of a queue; history is for people's eyes. */
function toItem({
  data,
  source,
  state,
  message,
  fix,
}: SourceResult<QueueState>) {
  return {
    queue: data?.name ?? source.target ?? '',
    environment: data?.environment ?? source.environment ?? '',
    state,
    message,
    fix,
    visible: data?.visible,
    inFlight: data?.inFlight,
    delayed: data?.delayed,
    oldestAgeSeconds: data?.oldestAgeSeconds,
    drain: data?.drain,
    deadLetterQueue: data?.dlq?.name,
    deadLetters: data?.dlq?.counts.data?.visible,
    warnings: (data?.warnings ?? []).map(warning => warning.message),
  };
}

/** Lets agents read how the queues of an entity are doing. */
export function createGetQueueStateAction(deps: {
  actionsRegistry: ActionsRegistryService;
  caller: AgentCaller;
  permissions: PermissionsService;
  queues: QueuesService;
}): void {
  const { actionsRegistry, caller, permissions, queues } = deps;
  actionsRegistry.register({
    name: 'get-queue-state',
    title: 'Get the state of queues',
    description:
      'Reads the SQS queues of a catalog entity in all environments: waiting messages, age, dead letters, drain forecast, warnings. Never reads messages.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: queuesAgentsPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe('Such as component:default/orders'),
        }),
      output: z =>
        z.object({
          queues: z.array(
            z.object({
              queue: z.string(),
              environment: z.string(),
              state: z.string().describe('ok, stale, or why it is unknown'),
              message: z.string().optional(),
              fix: z.string().optional(),
              visible: z.number().optional(),
              inFlight: z.number().optional(),
              delayed: z.number().optional(),
              oldestAgeSeconds: z.number().optional(),
              drain: z
                .object({
                  trend: z.string(),
                  seconds: z.number().optional(),
                  netPerSecond: z.number().optional(),
                })
                .optional(),
              deadLetterQueue: z.string().optional(),
              deadLetters: z.number().optional(),
              warnings: z.array(z.string()),
            }),
          ),
        }),
    },
    action: ({ input, credentials: caught }) =>
      caller.run(async () => {
        const credentials = caller.person(caught);
        const parsed = entityRefSchema.safeParse(input.entityRef);
        if (!parsed.success) {
          throw new InputError(
            'entityRef must be an entity ref such as component:default/orders',
          );
        }
        const entityRef = parsed.data;
        const permission = queuesReadPermission;
        await requireEntityPermission({
          permissions,
          credentials,
          permission,
          entityRef,
        });
        const found = await queues.getQueues(entityRef, { credentials });
        return { queues: found.queues.map(toItem) };
      }),
  });
}
