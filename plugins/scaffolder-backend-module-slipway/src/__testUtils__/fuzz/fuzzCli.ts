import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { COUNTS, countsSchema, FuzzCounts } from './FuzzCounts';

const COUNT = 2_000;
/** Processes that share the inputs: a preview takes one core. */
const WORKERS = 2;

const print = (line: string) => process.stdout.write(`${line}\n`);

function readNumber(value: string | undefined, fallback: number): number {
  const number = Number(value ?? fallback);
  if (Number.isSafeInteger(number)) return number;
  throw new Error(`'${value}' is no whole number`);
}

/** Has one process try its share. It ends without counts when it fails, having said why. */
async function runWorker(
  ...args: readonly number[]
): Promise<FuzzCounts | undefined> {
  const child = spawn(
    process.execPath,
    [
      ...process.execArgv,
      join(__dirname, 'fuzzWorker.ts'),
      ...args.map(String),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let counts: FuzzCounts | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(COUNTS)) {
      counts = countsSchema.parse(JSON.parse(line.slice(COUNTS.length)));
    } else {
      print(line);
    }
  }
  return counts;
}

async function main(args: readonly string[]): Promise<void> {
  const seed = readNumber(process.env.SEED, Date.now() % 2 ** 31);
  const count = readNumber(args[0], COUNT);
  print(`SEED=${seed}`);
  const started = Date.now();
  const workers = Array.from({ length: WORKERS }, (_, part) =>
    runWorker(count, seed, part, WORKERS),
  );
  const shares = await Promise.all(workers);
  const sum = (key: keyof FuzzCounts) =>
    shares.reduce((total, share) => total + (share?.[key] ?? 0), 0);
  const [tried, refused, escapes] = [
    sum('tried'),
    sum('refused'),
    sum('escapes'),
  ];
  print(`${Math.round((Date.now() - started) / 1000)} s`);
  print(`${tried} inputs, ${refused} refused, ${escapes} escapes`);
  const complete = tried === count && refused < count;
  process.exitCode = complete && escapes === 0 ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
