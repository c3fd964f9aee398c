import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { serviceNameProblem } from './serviceNameRule';
import { componentRef } from './useTakenName';

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
  const taken = await apiHolder
    .get(catalogApiRef)
    // A catalog that cannot be reached must not stop the form: the server asks again.
    ?.getEntityByRef(componentRef(name))
    .catch(() => undefined);
  if (taken) {
    field.addError(`${name} is in the catalog already. Choose another name.`);
  }
};
