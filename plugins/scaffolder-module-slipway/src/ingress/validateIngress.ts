import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { GoldenPathClient } from '../api/GoldenPathClient';
import { formAnswers } from '../inputs/formAnswers';
import { ingressKinds, ingressReason } from './ingressReason';

const DEADLINE_MS = 5_000;

/** Keeps the form on its page while an environment has no load balancer for what was chosen. */
export const validateIngress: CustomFieldValidator<string> = async (
  value,
  field,
  { apiHolder, formData },
) => {
  const kind = ingressKinds.find(known => known === value);
  const discoveryApi = apiHolder.get(discoveryApiRef);
  const fetchApi = apiHolder.get(fetchApiRef);
  if (!kind || !discoveryApi || !fetchApi) return;
  const facts = await GoldenPathClient.create({ discoveryApi, fetchApi })
    .listFacts({ signal: AbortSignal.timeout(DEADLINE_MS) })
    // A backend that does not answer must not stop the form: the run asks again.
    .catch(() => []);
  const { environments } = formAnswers(formData);
  const reason = ingressReason(kind, facts, environments);
  if (reason) {
    field.addError(
      `There is ${reason}. Choose another, or other environments.`,
    );
  }
};
