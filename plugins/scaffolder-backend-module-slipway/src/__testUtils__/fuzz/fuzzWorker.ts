import { inParallel } from '../matrix/Check';
import { COUNTS, FuzzCounts } from './FuzzCounts';
import { hostileAnswers } from './hostileAnswers';
import { Fuzzer } from './runFuzz';
import { startFuzzBackend } from './startFuzzBackend';

/** A preview waits for files some of its time. */
const AT_ONCE = 3;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Tries some of the inputs: those of one base together, since they share their control run. */
async function work(
  count: number,
  seed: number,
  part: number,
  parts: number,
): Promise<FuzzCounts> {
  const fuzzer = new Fuzzer(await startFuzzBackend());
  const inputs = hostileAnswers(count, seed)
    .map((hostile, index) => ({ hostile, index }))
    .filter(({ hostile }) => hostile.base % parts === part);
  let done = 0;
  const kinds = await inParallel(inputs, AT_ONCE, async input => {
    const { hostile, index } = input;
    const outcome = await fuzzer.try(hostile);
    if (outcome.kind === 'escape') {
      print(`${index}: ${hostile.template}: ${outcome.problem}`);
      print(JSON.stringify(hostile.answers).slice(0, 2_000));
    }
    done += 1;
    if (done % 250 === 0) print(`${done} of ${inputs.length} …`);
    return outcome.kind;
  });
  const countOf = (kind: string) => kinds.filter(it => it === kind).length;
  return {
    tried: kinds.length,
    refused: countOf('refused'),
    escapes: countOf('escape'),
  };
}

const [count, seed, part, parts] = process.argv.slice(2).map(Number);
work(count, seed, part, parts).then(
  // Pools of the test backend would keep the process for a while.
  counts =>
    process.stdout.write(`${COUNTS}${JSON.stringify(counts)}\n`, () =>
      process.exit(),
    ),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
