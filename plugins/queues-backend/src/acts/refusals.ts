import { InputError, NotAllowedError } from '@backstage/errors';
import { ResolvedQueue } from '../services/QueueResolver';

/** Refusal of all acts while `slipway.queues.readOnly` is set. */
export function readOnlyError(): NotAllowedError {
  return new NotAllowedError(
    'Slipway is read-only for queues: slipway.queues.readOnly is set in its config',
  );
}

/** @throws InputError unless the name of the queue was typed. */
export function requireConfirmation(
  { key }: ResolvedQueue,
  confirm: string,
): void {
  if (confirm !== key.name) {
    throw new InputError(
      `confirm must be the name of the dead-letter queue, ${key.name}`,
    );
  }
}
