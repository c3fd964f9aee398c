import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

const statedSchema = z.object({ owner: z.string() });

/** The owner that the form named, for what is not in the catalog yet. The text is anybody's: it is no more than a filter. */
export function ownerOfForm(parameters: unknown): string | undefined {
  const stated = statedSchema.safeParse(parameters);
  if (!stated.success) return undefined;
  try {
    const defaults = { defaultKind: 'group', defaultNamespace: 'default' };
    const ref = parseEntityRef(stated.data.owner, defaults);
    return stringifyEntityRef(ref);
  } catch {
    return undefined;
  }
}
