/**
 * Index of the first entry that comes after a new one. What is there stays in its order, so that entries give the same
 * list in whatever order they are put in.
 */
export function position(keys: readonly string[], key: string): number {
  const next = keys.findIndex(other => other > key);
  return next < 0 ? keys.length : next;
}
