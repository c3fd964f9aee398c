import { RedriveRecord } from '../store/RedriveStore';

/** `3 messages`, `1 message`. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** `user:default/olivia` becomes `olivia`. */
export function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** What a notification says about a redrive. */
export function redriveText(record: RedriveRecord): {
  title: string;
  description: string;
} {
  const { queue, environment, status, moved, toMove } = record;
  const where = `${queue} in ${environment}`;
  const done = `${countOf(
    moved,
    'message',
  )} moved back to ${record.targets.join(', ')}`;
  const by = nameOf(record.cancelledBy ?? record.startedBy);
  switch (status) {
    case 'completed':
      return { title: `Redrive of ${where} is done`, description: `${done}.` };
    case 'cancelled':
      return {
        title: `Redrive of ${where} was cancelled`,
        description: `${by} cancelled it; ${done} before that.`,
      };
    case 'failed':
    case 'interrupted':
      return {
        title: `Redrive of ${where} ${
          status === 'failed' ? 'failed' : 'broke off'
        }`,
        description: `${done}. ${
          record.failure ??
          'What was not moved is still in the dead-letter queue'
        }.`,
      };
    default:
      return {
        title: `Redrive of ${where} has started`,
        description: `${by} moves ${
          toMove === undefined ? 'messages' : countOf(toMove, 'message')
        } back to ${record.targets.join(', ')}.`,
      };
  }
}
