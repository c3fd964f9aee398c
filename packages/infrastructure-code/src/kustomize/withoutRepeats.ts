import { BuildContext } from './BuildContext';
import { BuildObject } from './BuildObject';
import { effectiveNamespace, idOf } from './ObjectId';

/** Two objects of one id are refused, as Kustomize does. */
export function withoutRepeats(
  objects: readonly BuildObject[],
  context: BuildContext,
): readonly BuildObject[] {
  const known = new Set<string>();
  for (const { value, file } of objects) {
    const id = idOf(value);
    const key = JSON.stringify([
      id.group,
      id.version,
      id.kind,
      id.name,
      effectiveNamespace(id),
    ]);
    if (known.has(key)) {
      context.refuse(`${file}: ${id.kind} '${id.name}' is there twice`);
    }
    known.add(key);
  }
  return objects;
}
