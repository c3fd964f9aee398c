import { createHash } from 'node:crypto';

/** Tells queues apart in signals, which anybody can listen to, without naming them. */
export function queueId(arn: string): string {
  return createHash('sha256').update(arn).digest('base64url').slice(0, 16);
}
