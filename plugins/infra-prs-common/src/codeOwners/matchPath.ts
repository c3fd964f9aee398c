/**
 * Whether items fit a pattern in which some elements stand for any number of items. Goes back only to the last of these,
 * so that no pattern takes longer than items times elements.
 */
function fits<P, T>(
  pattern: readonly P[],
  items: readonly T[],
  isAny: (element: P) => boolean,
  fit: (element: P, item: T) => boolean,
): boolean {
  let at = 0;
  let element = 0;
  let any = -1;
  let resume = 0;
  while (at < items.length) {
    if (element < pattern.length && isAny(pattern[element])) {
      any = element;
      resume = at;
      element += 1;
    } else if (element < pattern.length && fit(pattern[element], items[at])) {
      element += 1;
      at += 1;
    } else if (any >= 0) {
      resume += 1;
      at = resume;
      element = any + 1;
    } else {
      return false;
    }
  }
  return pattern.slice(element).every(isAny);
}

function fitsName(pattern: string, name: string): boolean {
  return fits(
    [...pattern],
    [...name],
    letter => letter === '*',
    (letter, other) => letter === '?' || letter === other,
  );
}

/** The segments of a pattern, from the root: without a slash before its end it is looked for at any depth. */
function segmentsOf(pattern: string): string[] {
  const anchored = pattern.slice(0, -1).includes('/');
  const segments = pattern.replace(/^\//, '').split('/');
  return anchored ? segments : ['**', ...segments];
}

/**
 * Whether a pattern of CODEOWNERS matches a file: as in gitignore, but that `folder/*` is about files right in the folder.
 */
export function matchPath(pattern: string, path: string): boolean {
  const segments = segmentsOf(pattern);
  const last = segments[segments.length - 1];
  const isAny = (segment: string) => segment === '**';
  const test = (wanted: readonly string[]) =>
    fits(wanted, path.split('/'), isAny, fitsName);
  // What ends in a slash is a folder, and all in it is meant.
  if (last === '') return test([...segments.slice(0, -1), '*', '**']);
  if (last === '**') return test([...segments.slice(0, -1), '*', '**']);
  return test(segments) || (last !== '*' && test([...segments, '*', '**']));
}
