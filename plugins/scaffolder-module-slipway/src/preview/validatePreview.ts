import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';

const HOLDS: Readonly<Record<string, string>> = {
  refused: 'One answer has to change. Go back and change it.',
  blocked: 'The checks found an error. Nothing is created before it is solved.',
  loading: 'Wait for the preview.',
};

/** Keeps the form on the page of the preview until there is one without errors, or until there can be none. */
export const validatePreview: CustomFieldValidator<string> = (state, field) => {
  const reason = state && HOLDS[state];
  if (reason) field.addError(reason);
};
