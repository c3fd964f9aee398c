import { CheckOutcome } from './Check';
import {
  allCombinations,
  Combination,
  representativeSlice,
} from './combinations';
import { runMatrix } from './runMatrix';

const USAGE = `npm run matrix -- [options]

  (none)          every combination, and builds of each runtime
  --slice         one of each runtime, platform and kind, a site and added queues; one plan and few builds
  --no-build      without building and testing services
  --apply         instead: terraform apply and destroy of an ECS and an EKS service against moto
  --only <text>   combinations whose description holds the text, such as "go eks worker"
  --keep          leaves the rendered files where they are, and says where
  --list          what would be tried

The last line says: N tried, M passed`;

const print = (line: string) => process.stdout.write(`${line}\n`);

function choose(args: readonly string[]): Combination[] {
  const all = allCombinations();
  const chosen = args.includes('--slice') ? representativeSlice(all) : all;
  const at = args.indexOf('--only');
  const text = at < 0 ? '' : args[at + 1] ?? '';
  return chosen.filter(({ label, name }) => `${name} ${label}`.includes(text));
}

function buildsFor(args: readonly string[]): 'none' | 'few' | 'all' {
  if (args.includes('--no-build')) return 'none';
  return args.includes('--slice') ? 'few' : 'all';
}

function report(
  combinations: readonly Combination[],
  outcomes: readonly CheckOutcome[],
): number {
  let passed = 0;
  for (const { name, label } of combinations) {
    const own = outcomes.filter(outcome => outcome.name === name);
    const failed = own.filter(({ problem }) => problem !== undefined);
    const seconds = own.reduce((sum, outcome) => sum + outcome.seconds, 0);
    const ok = own.length > 0 && failed.length === 0;
    if (ok) passed += 1;
    print(
      `${ok ? 'ok  ' : 'FAIL'} ${seconds.toFixed(1).padStart(6)} s  ${label}`,
    );
    failed.forEach(({ check, problem }) =>
      print(`       ${name}, ${check}: ${problem?.slice(-3_000)}`),
    );
  }
  return passed;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) {
    print(USAGE);
    return;
  }
  const combinations = choose(args);
  if (args.includes('--list')) {
    combinations.forEach(({ name, label }) => print(`${name}  ${label}`));
    return;
  }
  const started = Date.now();
  const outcomes = await runMatrix(combinations, {
    build: buildsFor(args),
    plan: args.includes('--slice') ? 'one' : 'all',
    keep: args.includes('--keep'),
    log: print,
  });
  const passed = report(combinations, outcomes);
  print(`${((Date.now() - started) / 1000).toFixed(0)} s`);
  print(`${combinations.length} tried, ${passed} passed`);
  process.exitCode =
    passed === combinations.length && combinations.length > 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  // Pools of the test backends would keep the process for a while.
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
