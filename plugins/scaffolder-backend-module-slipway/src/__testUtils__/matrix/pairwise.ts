export type Value = string | boolean;
export type Factors = Readonly<Record<string, readonly Value[]>>;
export type Row = Readonly<Record<string, Value>>;

/** Rows that are tried before the one that pairs most is kept. */
const ATTEMPTS = 40;

/**
 * Few rows in which every possible pair of values of two factors occurs at least once: each row in turn is the one of
 * some that holds most of the pairs still missing. The same factors give the same rows.
 *
 * @param isPossible - Tells what cannot stand together already of some of the values. What it takes, some choice of
 * the other values must complete.
 * @remarks Greedy as in Cohen et al., "The AETG System", https://doi.org/10.1109/32.605761
 */
export function pairwise(
  factors: Factors,
  isPossible: (row: Partial<Row>) => boolean,
): Row[] {
  const missing = new Map(
    possiblePairs(factors, isPossible).map(pair => [keyOf(pair), pair]),
  );
  const rows: Row[] = [];
  while (missing.size > 0) {
    const isMissing = (pair: Row) => missing.has(keyOf(pair));
    const candidates = spread([...missing.values()], ATTEMPTS).map(pair =>
      complete(pair, factors, { isPossible, isMissing }),
    );
    const paired = candidates.map(row => pairsOf(row).filter(isMissing));
    const most = Math.max(...paired.map(pairs => pairs.length));
    const best = paired.findIndex(pairs => pairs.length === most);
    rows.push(candidates[best]);
    paired[best].forEach(pair => missing.delete(keyOf(pair)));
  }
  return rows;
}

interface Judges {
  readonly isPossible: (row: Partial<Row>) => boolean;
  readonly isMissing: (pair: Row) => boolean;
}

/** Adds to some values one after the other, each time the one that makes most missing pairs. */
function complete(start: Row, factors: Factors, judges: Judges): Row {
  const names = Object.keys(factors);
  let row = start;
  while (Object.keys(row).length < names.length) {
    row = { ...row, ...bestValue(row, factors, judges) };
  }
  return Object.fromEntries(names.map(name => [name, row[name]]));
}

function bestValue(row: Row, factors: Factors, judges: Judges): Row {
  const chosen = Object.entries(row).map(([a, b]) => ({ [a]: b }));
  const choices = Object.keys(factors)
    .filter(name => row[name] === undefined)
    .flatMap(name => factors[name].map(value => ({ [name]: value })))
    .filter(choice => judges.isPossible({ ...row, ...choice }));
  if (choices.length === 0) {
    throw new Error(`No row can hold ${JSON.stringify(row)}`);
  }
  const made = choices.map(
    choice =>
      chosen.filter(value => judges.isMissing({ ...value, ...choice })).length,
  );
  return choices[made.indexOf(Math.max(...made))];
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

function pairsOf(row: Row): Row[] {
  const names = Object.keys(row);
  return names.flatMap((first, index) =>
    names
      .slice(index + 1)
      .map(second => ({ [first]: row[first], [second]: row[second] })),
  );
}

function keyOf(pair: Row): string {
  const [[a, first], [b, second]] = Object.entries(pair);
  return a < b
    ? `${a}=${first} ${b}=${second}`
    : `${b}=${second} ${a}=${first}`;
}

/** Some of a list, evenly from all of it. */
function spread<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}
