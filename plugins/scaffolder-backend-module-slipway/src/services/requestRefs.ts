import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

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
    if (/^[\w.-]+:[\w.-]+\/[\w.-]+$/.test(full)) return full;
  } catch {
    // Refused below, in words.
  }
  throw new InputError(
    `${field} must be an entity ref such as ${defaultKind}:default/orders`,
  );
}
