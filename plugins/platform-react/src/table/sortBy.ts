const collator = new Intl.Collator('en', { numeric: true });

/** Rows by a key; those without one are last, whichever way. Equal ones stay as they are. @public */
export function sortBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => string | number | undefined,
  descending: boolean,
): T[] {
  const sign = descending ? -1 : 1;
  return rows
    .map(row => ({ row, key: keyOf(row) }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined) {
        return Number(a.key === undefined) - Number(b.key === undefined);
      }
      const order =
        typeof a.key === 'number' && typeof b.key === 'number'
          ? a.key - b.key || 0
          : collator.compare(String(a.key), String(b.key));
      return sign * order;
    })
    .map(({ row }) => row);
}
