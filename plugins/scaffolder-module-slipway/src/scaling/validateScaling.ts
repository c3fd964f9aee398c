import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { scalingSpecSchema } from '@slipway/platform-common';
import { issuesByPath } from '../inputs/issuesByPath';
import { ScalingDraft, scalingDraft } from './scalingDraft';

/** What each input is called, so that complaints name what people see. */
export const scalingLabels: Readonly<Record<keyof ScalingDraft, string>> = {
  by: 'Scale by',
  min: 'At least',
  max: 'At most',
};

/** Complaints by the name of the answer. */
export function scalingProblems(draft: ScalingDraft) {
  const problems = new Map(issuesByPath(scalingSpecSchema, draft));
  const max = problems.get('max');
  if (max) {
    problems.set('max', max.replace('min', `'${scalingLabels.min}'`));
  }
  return problems;
}

/** Keeps the form on its page while scaling breaks a rule; the server asks the same rules again. */
export const validateScaling: CustomFieldValidator<ScalingDraft> = (
  value,
  field,
) => {
  const problems = scalingProblems(scalingDraft(value));
  for (const key of ['by', 'min', 'max'] as const) {
    const problem = problems.get(key);
    if (problem) field.addError(`${scalingLabels[key]} ${problem}`);
  }
};
