import { queueSpecSchema } from '@slipway/platform-common';
import { Issues, issuesByPath } from '../inputs/issuesByPath';
import { QueueDraft } from './queueDraft';

/** What each input of the editor is called, so that complaints name what people see. */
export const queueLabels = {
  name: 'Name',
  fifo: 'Order',
  contentBasedDeduplication: 'Deduplicate by content',
  maxReceiveCount: 'Attempts',
  visibilityTimeout: 'Visibility timeout',
  retentionDays: 'Messages are kept',
  dlqRetentionDays: 'Dead letters are kept',
  maxMessageAge: 'Alarm at age',
} as const;

const isLabelled = (key: string): key is keyof typeof queueLabels =>
  key in queueLabels;

/** Complaints about one queue, by the name of the answer. */
export function queueProblems(
  draft: QueueDraft,
  others: readonly QueueDraft[] = [],
): Issues {
  const issues = new Map(issuesByPath(queueSpecSchema, draft));
  if (draft.name && others.some(({ name }) => name === draft.name)) {
    issues.set('name', 'is there twice; choose another name');
  }
  return issues;
}

/** A complaint as a sentence for the top of the form. */
export function problemText(key: string, message: string): string {
  const words = message.replace(
    'retentionDays',
    `'${queueLabels.retentionDays}'`,
  );
  return isLabelled(key) ? `${queueLabels[key]} ${words}` : words;
}
