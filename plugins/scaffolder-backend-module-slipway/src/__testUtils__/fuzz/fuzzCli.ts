import { inParallel } from '../matrix/Check';
import { hostileAnswers } from './hostileAnswers';
import { Fuzzer } from './runFuzz';
import { startFuzzBackend } from './startFuzzBackend';

const COUNT = 2_000;
/** A preview waits for files most of its time. */
const AT_ONCE = 4;

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
  const fuzzer = new Fuzzer(await startFuzzBackend());
  const started = Date.now();
  const inputs = hostileAnswers(count, seed).map((hostile, index) => ({
    hostile,
    index,
  }));
  let done = 0;
  const outcomes = await inParallel(inputs, AT_ONCE, async input => {
    const { hostile, index } = input;
    const outcome = await fuzzer.try(hostile);
    if (outcome.kind === 'escape') {
      print(`${index}: ${hostile.template}: ${outcome.problem}`);
      print(JSON.stringify(hostile.answers).slice(0, 2_000));
    }
    done += 1;
    if (done % 500 === 0) print(`${done} …`);
    return outcome.kind;
  });
  const countOf = (kind: string) =>
    outcomes.filter(outcome => outcome === kind).length;
  const [refused, escapes] = [countOf('refused'), countOf('escape')];
  print(`${Math.round((Date.now() - started) / 1000)} s`);
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
