import { matchPath } from './matchPath';
import { CodeOwnersRule } from './parseCodeOwners';

/** Who owns a file: the last rule that matches it says so. @public */
export function codeOwnersOf(
  rules: readonly CodeOwnersRule[],
  path: string,
): readonly string[] {
  const rule = rules.findLast(({ pattern }) => matchPath(pattern, path));
  return rule?.owners ?? [];
}
