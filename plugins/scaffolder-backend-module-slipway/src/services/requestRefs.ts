import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

// A name that has neither a letter nor a digit would leave nothing to name namespaces and projects after.
const REF = /^\w+:[\w.-]+\/[a-z0-9](?:[\w.-]*[a-z0-9])?$/i;

/**
 * A full entity ref of what a form said.
 *
 * @throws InputError naming the field.
 */
export function entityRef(
  field: string,
  ref: string,
  defaultKind: string,
): string {
  try {
    const full = stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
    if (REF.test(full)) return full;
  } catch {
    // Refused below, in words.
  }
  throw new InputError(
    `${field} must be an entity ref such as ${defaultKind}:default/orders`,
  );
}
