import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const part = z
  .string()
  .min(1)
  .max(253)
  .regex(
    /^[a-z0-9]([\w.-]*[a-z0-9])?$/i,
    'may hold letters, digits and, between them, ._- only',
  );

const entityPathSchema = z.object({ kind: part, namespace: part, name: part });

/**
 * Entity ref of a route with `:kind/:namespace/:name`, lower-cased as the catalog does.
 *
 * @throws InputError naming the part that is wrong.
 * @public
 */
export function parseEntityPath(params: unknown): string {
  const parsed = entityPathSchema.safeParse(params);
  if (!parsed.success) {
    throw new InputError(
      `The path must name an entity as kind/namespace/name: ${z.prettifyError(
        parsed.error,
      )}`,
    );
  }
  return stringifyEntityRef(parsed.data);
}

/**
 * An entity ref in a query or body, such as `component:default/orders`.
 * @public
 */
export const entityRefSchema = z
  .string()
  .max(800)
  .regex(
    /^[a-z]\w*:[a-z0-9]([\w.-]*[a-z0-9])?\/[a-z0-9]([\w.-]*[a-z0-9])?$/i,
    'must be an entity ref such as component:default/orders',
  )
  .transform(ref => ref.toLocaleLowerCase('en-US'));
