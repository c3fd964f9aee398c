import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { EntityOption } from './EntityChoice';

const profileSchema = z.object({
  profile: z.object({ displayName: z.string() }),
});

/** An entity as people know it: by its display name, its title or else its name. */
export function entityOption(entity: Entity, group: string): EntityOption {
  const { name, title } = entity.metadata;
  const profile = profileSchema.safeParse(entity.spec).data?.profile;
  return {
    ref: stringifyEntityRef(entity),
    label: profile?.displayName ?? title ?? name,
    group,
  };
}

/** Those of the first group first, each group by name. */
export function sortedOptions(
  options: readonly EntityOption[],
  first: string,
): EntityOption[] {
  return [...options].sort(
    (a, b) =>
      Number(b.group === first) - Number(a.group === first) ||
      a.label.localeCompare(b.label, 'en'),
  );
}
