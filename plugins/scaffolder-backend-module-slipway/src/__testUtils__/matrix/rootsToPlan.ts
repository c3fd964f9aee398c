import { RootToCheck } from './checkTerraform';

/** One root of each combination, by turns in the first of its environments and in the last. */
export function rootsToPlan(roots: readonly RootToCheck[]): RootToCheck[] {
  const groups = new Map<string, RootToCheck[]>();
  for (const root of roots) {
    groups.set(root.name, [...(groups.get(root.name) ?? []), root]);
  }
  return [...groups.values()].flatMap(
    (group, index) => group.at(index % 2 ? -1 : 0) ?? [],
  );
}
