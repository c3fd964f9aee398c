import { PlannedChange } from '../../plan/PlannedChange';
import { PlanValue, valueText } from '../../plan/PlanValue';
import { Hit } from '../RiskRule';
import { isTold, knownAt, numberOf, valuesAt } from '../valuesAt';

const text = (value: PlanValue) =>
  value === undefined ? 'nothing' : valueText(value);

function pair(path: string, before: PlanValue, after: PlanValue): Hit {
  return { path, before: text(before), after: text(after) };
}

/** Values before and after, where both resources are there and the one after can be told. */
function pairs({ before, after }: PlannedChange, paths: readonly string[]) {
  if (!before || !after) return [];
  return paths
    .filter(path => valuesAt(after, path).every(isTold))
    .map(path => ({
      path,
      old: knownAt(before, path),
      next: knownAt(after, path),
    }));
}

/** It is destroyed. */
export function lost(
  { action, before }: PlannedChange,
  when?: { path: string; is: unknown },
): Hit[] {
  if (action !== 'delete' && action !== 'replace') return [];
  return !when || knownAt(before, when.path) === when.is ? [{}] : [];
}

/** A name is another. */
export function renamed(
  planned: PlannedChange,
  paths: readonly string[],
): Hit[] {
  return pairs(planned, paths)
    .filter(({ old, next }) => old && next && old !== next)
    .map(({ path, old, next }) => pair(path, old, next));
}

/** A switch is now as it should not be. */
export function switched(
  planned: PlannedChange,
  paths: readonly string[],
  to: readonly unknown[],
  whenNew = false,
): Hit[] {
  const { before, after } = planned;
  return paths.flatMap(path => {
    const was = valuesAt(before, path);
    const now = valuesAt(after, path).find(value => to.includes(value));
    if (now === undefined) return [];
    if (!before) return whenNew ? [pair(path, undefined, now)] : [];
    return was.some(value => to.includes(value))
      ? []
      : [pair(path, was[0], now)];
  });
}

/** Something that was set is gone. */
export function dropped(
  { before, after }: PlannedChange,
  paths: readonly string[],
): Hit[] {
  if (!before || !after) return [];
  const isSet = (value: PlanValue) =>
    value !== '' && !(Array.isArray(value) && value.length === 0);
  return paths
    .filter(
      path =>
        valuesAt(before, path).some(isSet) &&
        !valuesAt(after, path).some(isSet),
    )
    .map(path => ({ path }));
}

/** A number is lower. */
export function lowered(
  planned: PlannedChange,
  paths: readonly string[],
): Hit[] {
  return pairs(planned, paths).flatMap(({ path, old, next }) => {
    const [from, to] = [numberOf(old), numberOf(next)];
    return from !== undefined && to !== undefined && to < from
      ? [pair(path, from, to)]
      : [];
  });
}

const SIZES = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge'];

/** `db.r6g.2xlarge` as a number that orders sizes; undefined for what has none. */
function sizeOf(value: PlanValue): number | undefined {
  const [, times, name] =
    /\.(\d*)(nano|micro|small|medium|large|xlarge)$/.exec(String(value)) ?? [];
  if (name === undefined) return undefined;
  return SIZES.indexOf(name) + Math.log2(Number(times) || 1);
}

/** A size is smaller. */
export function shrunk(
  planned: PlannedChange,
  paths: readonly string[],
): Hit[] {
  return pairs(planned, paths).flatMap(({ path, old, next }) => {
    const [from, to] = [sizeOf(old), sizeOf(next)];
    return from !== undefined && to !== undefined && to < from
      ? [pair(path, old, next)]
      : [];
  });
}
