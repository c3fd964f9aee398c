import { ChangedFile } from '../changeContents';
import { Finding } from './finding';

/**
 * Tells findings that a change brought from those that were there: it did where it wrote the line. Undefined where GitHub
 * shows no differences of the file, or the finding has no line in it.
 * @public
 */
export function markNew<T extends Finding>(
  findings: readonly T[],
  files: readonly Pick<ChangedFile, 'path' | 'status' | 'patch'>[],
): T[] {
  const byPath = new Map(files.map(file => [file.path, file]));
  return findings.map(finding => {
    const { isNew, path, line } = finding;
    if (isNew !== undefined || path === undefined) return finding;
    const file = byPath.get(path);
    if (!file) return { ...finding, isNew: false };
    if (file.status === 'added') return { ...finding, isNew: true };
    if (file.patch === undefined || line === undefined) return finding;
    return { ...finding, isNew: addedLines(file.patch).has(line) };
  });
}

/** Lines of the new file that a patch adds. */
function addedLines(patch: string): ReadonlySet<number> {
  const added = new Set<number>();
  let line = 0;
  for (const text of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text)?.[1];
    if (start !== undefined) line = Number(start);
    else if (text.startsWith('+')) {
      added.add(line);
      line += 1;
    } else if (!text.startsWith('-')) line += 1;
  }
  return added;
}
