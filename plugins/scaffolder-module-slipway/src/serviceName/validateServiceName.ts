import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { GoldenPathClient } from '../api/GoldenPathClient';
import { serviceNameProblem, takenText } from './serviceNameRule';

const DEADLINE_MS = 5_000;

/** Keeps the form on its page while the name is wrong or taken. */
export const validateServiceName: CustomFieldValidator<string> = async (
  name,
  field,
  { apiHolder },
) => {
  const problem = serviceNameProblem(name);
  if (problem) {
    field.addError(problem);
    return;
  }
  const discoveryApi = apiHolder.get(discoveryApiRef);
  const fetchApi = apiHolder.get(fetchApiRef);
  if (!discoveryApi || !fetchApi) return;
  const answer = await GoldenPathClient.create({ discoveryApi, fetchApi })
    .checkName(name, { signal: AbortSignal.timeout(DEADLINE_MS) })
    // A backend that does not answer must not stop the form: the run asks again.
    .catch(() => undefined);
  if (answer?.taken) field.addError(takenText(name));
};
