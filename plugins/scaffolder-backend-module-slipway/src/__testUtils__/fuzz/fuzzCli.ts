import { startGoldenBackend } from '../goldenBackend';
import { hostileAnswers } from './hostileAnswers';
import { Fuzzer } from './runFuzz';

const COUNT = 2_000;

const print = (line: string) => process.stdout.write(`${line}\n`);

function readNumber(value: string | undefined, fallback: number): number {
  const number = Number(value ?? fallback);
  if (Number.isSafeInteger(number)) return number;
  throw new Error(`'${value}' is no whole number`);
}

async function main(args: readonly string[]): Promise<void> {
  const seed = readNumber(process.env.SEED, Date.now() % 2 ** 31);
  const count = readNumber(args[0], COUNT);
  print(`SEED=${seed}`);
  const backend = await startGoldenBackend();
  const fuzzer = new Fuzzer(backend);
  let refused = 0;
  let escapes = 0;
  for (const [index, hostile] of hostileAnswers(count, seed).entries()) {
    const outcome = await fuzzer.try(hostile);
    if (outcome.kind === 'refused') refused += 1;
    if (outcome.kind === 'escape') {
      escapes += 1;
      print(`${index}: ${hostile.template}: ${outcome.problem}`);
      print(JSON.stringify(hostile.answers).slice(0, 2_000));
    }
    if ((index + 1) % 500 === 0) print(`${index + 1} …`);
  }
  print(`${count} inputs, ${refused} refused, ${escapes} escapes`);
  process.exitCode = escapes === 0 && refused < count ? 0 : 1;
}

main(process.argv.slice(2)).then(
  // Pools of the test backend would keep the process for a while.
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
