import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { GoldenPathClient } from '../api/GoldenPathClient';
import { formAnswers } from '../inputs/formAnswers';
import { platformReason } from './platformReason';

const DEADLINE_MS = 5_000;

/** Keeps the form on its page while an environment does not have the platform that was chosen. */
export const validateEnvironments: CustomFieldValidator<string[]> = async (
  chosen,
  field,
  { apiHolder, formData },
) => {
  const { platform } = formAnswers(formData);
  const names = Array.isArray(chosen) ? chosen : [];
  if (names.length === 0) {
    field.addError('Choose at least one environment.');
    return;
  }
  const discoveryApi = apiHolder.get(discoveryApiRef);
  const fetchApi = apiHolder.get(fetchApiRef);
  if (!discoveryApi || !fetchApi) return;
  const choices = await GoldenPathClient.create({ discoveryApi, fetchApi })
    .listEnvironments({ signal: AbortSignal.timeout(DEADLINE_MS) })
    // A backend that does not answer must not stop the form: the run checks again.
    .catch(() => []);
  for (const choice of choices.filter(({ name }) => names.includes(name))) {
    const reason = platformReason(choice, platform);
    if (reason) {
      field.addError(
        `${choice.title} (${choice.name}) has ${reason}. Choose another platform or leave it out.`,
      );
    }
  }
};
