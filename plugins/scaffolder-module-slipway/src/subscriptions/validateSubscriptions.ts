import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { formAnswers } from '../inputs/formAnswers';
import {
  SubscriptionDraft,
  subscriptionDraft,
  subscriptionProblems,
} from './subscriptionDraft';

const LABELS: Readonly<Record<string, string>> = {
  queue: 'the queue',
  name: 'the topic or bus',
};

/** Keeps the form on its page while a subscription breaks a rule. */
export const validateSubscriptions: CustomFieldValidator<
  SubscriptionDraft[]
> = (value, field, { formData }) => {
  const { queues } = formAnswers(formData);
  const drafts = Array.isArray(value) ? value.map(subscriptionDraft) : [];
  drafts.forEach((draft, index) => {
    const before = drafts.slice(0, index);
    for (const [path, message] of subscriptionProblems(draft, {
      queues,
      before,
    })) {
      const label = LABELS[path] ?? 'an event type';
      field.addError(`Subscription ${index + 1}: ${label} ${message}`);
    }
  });
};
