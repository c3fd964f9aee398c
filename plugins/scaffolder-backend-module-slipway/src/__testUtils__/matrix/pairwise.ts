import { make } from 'covertable';

export type Value = string | boolean;
export type Factors = Readonly<Record<string, readonly Value[]>>;
export type Row = Readonly<Record<string, Value>>;

/**
 * Rows in which every possible pair of values of two factors occurs at least once.
 *
 * @remarks covertable drops rows that a filter refuses together with the pairs that only they had, so it pairs
 * without a filter here, and what is missing afterwards is put into copies of rows that can take it.
 */
export function pairwise(
  factors: Factors,
  isPossible: (row: Partial<Row>) => boolean,
): Row[] {
  const names = Object.keys(factors);
  const paired = make(names.map(name => [...factors[name]])).map(values =>
    Object.fromEntries(names.map((name, index) => [name, values[index]])),
  );
  const rows: Row[] = paired.filter(isPossible);
  for (const pair of possiblePairs(factors, isPossible)) {
    if (rows.some(row => contains(row, pair))) continue;
    const added = [...paired, ...rows]
      .map(row => ({ ...row, ...pair }))
      .find(isPossible);
    if (!added) throw new Error(`No row can hold ${JSON.stringify(pair)}`);
    rows.push(added);
  }
  return rows;
}

/** Every two values of two factors that can stand in one row. */
export function possiblePairs(
  factors: Factors,
  isPossible: (row: Partial<Row>) => boolean,
): Row[] {
  const names = Object.keys(factors);
  return names.flatMap((first, index) =>
    names
      .slice(index + 1)
      .flatMap(second =>
        factors[first].flatMap(a =>
          factors[second].map(b => ({ [first]: a, [second]: b })),
        ),
      )
      .filter(isPossible),
  );
}

/** Whether a row holds all values of another. */
export function contains(row: Row, part: Row): boolean {
  return Object.entries(part).every(([name, value]) => row[name] === value);
}
