import { BuildObject } from './BuildObject';
import { contentHash } from './contentHash';
import { named } from './nameTransforms';
import { idOf } from './ObjectId';

/** Puts hashes of their content behind the names of generated objects, which are still known by the name without. */
export function hashNames(objects: readonly BuildObject[]): BuildObject[] {
  return objects.map(object => {
    if (!object.isHashed) return object;
    const hash = contentHash(object.value);
    return {
      ...named(object, name => `${name}-${hash}`),
      generatedAs: idOf(object.value).name,
    };
  });
}
