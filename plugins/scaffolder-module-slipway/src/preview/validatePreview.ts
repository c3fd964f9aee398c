import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';

/** Keeps the form on the page of the preview until there is one, or until it is clear that there can be none. */
export const validatePreview: CustomFieldValidator<string> = (state, field) => {
  if (state === 'refused') {
    field.addError('One answer has to change. Go back and change it.');
  }
  if (state === 'loading') {
    field.addError('Wait for the preview.');
  }
};
