const MAX_EDITS = 2;

/** The word that was probably meant: at most two letters away; undefined when none is that near. */
export function closestWord(
  word: string,
  words: readonly string[],
): string | undefined {
  const [nearest] = words
    .filter(candidate => Math.abs(candidate.length - word.length) <= MAX_EDITS)
    .map(candidate => ({ candidate, edits: distance(word, candidate) }))
    .filter(({ edits }) => edits <= MAX_EDITS)
    .sort((a, b) => a.edits - b.edits);
  return nearest?.candidate;
}

/** Levenshtein's distance, upper and lower case alike. */
function distance(a: string, b: string): number {
  const left = a.toLocaleLowerCase('en-US');
  const right = b.toLocaleLowerCase('en-US');
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = row[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[right.length];
}
