import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { formAnswers } from '../inputs/formAnswers';
import { QueueDraft, queueDraft } from './queueDraft';
import { problemText, queueProblems } from './queueProblems';

const MAX_QUEUES = 10;

function complaints(draft: QueueDraft, others: readonly QueueDraft[]) {
  return [...queueProblems(draft, others)].map(([key, message]) =>
    problemText(key, message),
  );
}

/** Keeps the form on its page while a queue breaks a rule; the server asks the same rules again. */
export const validateQueues: CustomFieldValidator<QueueDraft[]> = (
  value,
  field,
  { formData },
) => {
  const drafts = Array.isArray(value) ? value.map(queueDraft) : [];
  const { kind, scaling } = formAnswers(formData);
  if (drafts.length === 0 && kind === 'worker') {
    field.addError('A worker lives by a queue. Add at least one.');
  } else if (drafts.length === 0 && scaling?.by === 'queue') {
    field.addError(
      'It scales by messages that wait, so it needs a queue. Add one, or go back and scale by CPU.',
    );
  }
  if (drafts.length > MAX_QUEUES) {
    field.addError(`There can be ${MAX_QUEUES} queues at most.`);
  }
  drafts.forEach((draft, index) =>
    complaints(draft, drafts.slice(0, index)).forEach(text =>
      field.addError(`Queue ${index + 1}: ${text}`),
    ),
  );
};

/** The same for a form with one queue. */
export const validateQueue: CustomFieldValidator<QueueDraft> = (
  value,
  field,
) => {
  complaints(queueDraft(value), []).forEach(text => field.addError(text));
};
