import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  QueueActions,
  queuesExportPermission,
  queuesPeekPermission,
  queuesPeekSourcePermission,
  queuesPurgePermission,
  queuesRedrivePermission,
} from '@slipway/plugin-queues-common';
import { UserCredentials } from './ActGate';
import { Acting } from './Acting';

/** Config and state that say no to everybody. */
export interface ActionRules {
  readonly readOnly: boolean;
  readonly purgeEnabled: boolean;
  /** Why nobody may redrive or purge this queue. */
  readonly flags: readonly string[];
}

type Action = keyof QueueActions;

/** What the caller may do with the queue and why not, from one batch of questions to the policy. */
export async function readQueueActions(
  permissions: PermissionsService,
  credentials: UserCredentials,
  { queue, entityRef }: Acting,
  rules: ActionRules,
): Promise<QueueActions> {
  const asked = {
    peek: queue.isDeadLetterQueue
      ? queuesPeekPermission
      : queuesPeekSourcePermission,
    export: queuesExportPermission,
    redrive: queuesRedrivePermission,
    cancel: queuesRedrivePermission,
    purge: queuesPurgePermission,
  };
  const refs = [
    ...new Set([entityRef, ...queue.catalog.map(it => it.entityRef)]),
  ];
  const names: Action[] = ['peek', 'export', 'redrive', 'cancel', 'purge'];
  const decisions = await permissions.authorize(
    names.flatMap(name =>
      refs.map(resourceRef => ({ permission: asked[name], resourceRef })),
    ),
    { credentials },
  );
  const answer = (name: Action) => {
    const start = names.indexOf(name) * refs.length;
    const permitted = decisions
      .slice(start, start + refs.length)
      .every(({ result }) => result === AuthorizeResult.ALLOW);
    const reason = permitted
      ? refusalOf(name, queue.isDeadLetterQueue, rules)
      : `You lack the permission ${asked[name].name}: ask an owner of the queue`;
    return { allowed: reason === undefined, ...(reason && { reason }) };
  };
  return {
    peek: answer('peek'),
    export: answer('export'),
    redrive: answer('redrive'),
    cancel: answer('cancel'),
    purge: answer('purge'),
  };
}

function refusalOf(
  name: Action,
  isDeadLetterQueue: boolean,
  { readOnly, purgeEnabled, flags }: ActionRules,
): string | undefined {
  // Whoever stops a redrive in an emergency has set read-only first.
  if (name === 'cancel') return undefined;
  if (readOnly)
    return 'Slipway is read-only for queues (slipway.queues.readOnly)';
  if (name === 'peek') return undefined;
  if (!isDeadLetterQueue) return 'This is no dead-letter queue';
  if (name === 'export') return undefined;
  if (name === 'purge' && !purgeEnabled) {
    return 'Purging is off (slipway.queues.purge.enabled)';
  }
  return flags.length > 0 ? flags.join('; ') : undefined;
}
