import { cutText } from './safeText';

/** Longest value that is kept; policies fit. */
const MAX_VALUE = 4_000;
/** What is kept before the first difference of two long values. */
const CONTEXT = 200;

/** Two values, cut where they are long so that their first difference stays in sight. */
export function shortenPair(
  before: string | undefined,
  after: string | undefined,
  limit = MAX_VALUE,
): { before?: string; after?: string } {
  const longest = Math.max(before?.length ?? 0, after?.length ?? 0);
  let start = 0;
  if (longest > limit && before !== undefined && after !== undefined) {
    let same = 0;
    while (same < before.length && before[same] === after[same]) same += 1;
    start = Math.max(0, same - CONTEXT);
  }
  const cut = (text: string) =>
    cutText(start > 0 ? `…${text.slice(start)}` : text, limit);
  return {
    ...(before !== undefined && { before: cut(before) }),
    ...(after !== undefined && { after: cut(after) }),
  };
}
