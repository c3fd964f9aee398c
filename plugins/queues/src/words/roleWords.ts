import { QueueState } from '@slipway/plugin-queues-common';

const ROLES: Readonly<Record<QueueState['role'], string>> = {
  owner: 'owns',
  consumer: 'consumes',
  producer: 'sends to',
  related: 'related',
};

/** What the entity does with a queue. */
export function roleWords(role: QueueState['role']): string {
  return ROLES[role];
}
