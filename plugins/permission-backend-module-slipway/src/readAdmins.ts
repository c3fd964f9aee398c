import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Reads `slipway.permissions.admins`. @throws InputError naming the entry that is no entity ref. */
export function readAdmins(config: Config): string[] {
  const key = 'slipway.permissions.admins';
  return (config.getOptionalStringArray(key) ?? []).map((text, index) => {
    try {
      return stringifyEntityRef(parseEntityRef(text)).toLowerCase();
    } catch {
      throw new InputError(
        `Config key '${key}[${index}]' is '${text}'; expected an entity ref such as group:default/platform`,
      );
    }
  });
}
