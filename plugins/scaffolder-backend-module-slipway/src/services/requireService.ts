import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { awsNameSchema } from '@slipway/platform-common';

/**
 * The component that a form names, as the person who asks sees it.
 *
 * @throws InputError naming the field.
 */
export async function requireService(
  ref: string,
  options: { catalog: CatalogService; credentials: BackstageCredentials },
): Promise<Entity> {
  const { catalog, credentials } = options;
  const entity = await catalog.getEntityByRef(ref, { credentials });
  if (entity?.kind !== 'Component') {
    throw new InputError(`service '${ref}' is no component of the catalog`);
  }
  const { name, namespace = 'default' } = entity.metadata;
  // Names of files and of AWS are made of it; the golden paths make components in no other namespace.
  if (namespace !== 'default' || !awsNameSchema.safeParse(name).success) {
    throw new InputError(
      `service '${ref}' was not made by a golden path; change its infrastructure by hand`,
    );
  }
  return entity;
}
