import { Redrive, RedriveStatus } from '@slipway/plugin-queues-common';
import { StatusKind } from '@slipway/platform-react';
import { movedWords } from './redriveWords';

/** A status with its look. */
export const redriveLooks: Readonly<
  Record<RedriveStatus, readonly [StatusKind, string]>
> = {
  starting: ['progress', 'Starting'],
  running: ['progress', 'Running'],
  cancelling: ['progress', 'Being cancelled'],
  completed: ['ok', 'Completed'],
  cancelled: ['warning', 'Cancelled'],
  failed: ['error', 'Failed'],
  interrupted: ['warning', 'Interrupted'],
};

/** How a redrive ended, in a sentence: what moved, and where the rest is. */
export function outcomeWords(redrive: Redrive): string {
  const moved = `${movedWords(redrive)} sent back to ${
    redrive.targets.join(', ') || 'where they came from'
  }`;
  const rest = `What was not sent is still in ${redrive.queue}.`;
  switch (redrive.status) {
    case 'completed':
      return `Done: ${moved}.`;
    case 'cancelled':
      return `Cancelled: ${moved}. ${rest}`;
    case 'interrupted':
      return `The portal stopped in between: ${moved}. ${rest}`;
    default:
      return `Failed: ${moved}. ${rest}`;
  }
}
