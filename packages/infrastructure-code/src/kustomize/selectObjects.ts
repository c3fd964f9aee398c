import { BuildObject, firstId } from './BuildObject';
import { objectAt } from './JsonValue';
import { labelSelector } from './labelSelector';
import { idOf } from './ObjectId';
import { PatchTarget } from './patchSchema';
import { targetPattern } from './targetPattern';

/**
 * Whether a patch's target means an object, by what it is called now or was in its file.
 *
 * @throws ManifestError for a pattern or selector that is none.
 */
export function isSelected(object: BuildObject, target: PatchTarget): boolean {
  const [first, now] = [firstId(object), idOf(object.value)];
  const metadata = objectAt(object.value, 'metadata');
  const fits = (pattern: string | undefined, ...names: readonly string[]) => {
    if (!pattern) return true;
    const fitting = targetPattern(pattern);
    return names.some(name => fitting.test(name));
  };
  const chosen = (
    selector: string | undefined,
    map: 'labels' | 'annotations',
  ) => !selector || labelSelector(selector)(objectAt(metadata, map) ?? {});
  return (
    fits(target.kind, now.kind) &&
    fits(target.name, first.name, now.name) &&
    fits(
      target.namespace,
      first.namespace || 'default',
      now.namespace || 'default',
    ) &&
    fits(target.version, now.version) &&
    fits(target.group, now.group) &&
    chosen(target.labelSelector, 'labels') &&
    chosen(target.annotationSelector, 'annotations')
  );
}
