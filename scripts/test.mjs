// npm test: everything that must hold, ending in one line `N passed, N failed`.
// With arguments it is Backstage's own test command: yarn test plugins/queues
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { runMain } from './lib/fail.mjs';
import {
  failureLines,
  jestFailures,
  playwrightFailures,
} from './lib/failures.mjs';
import { fetchGithubDescription } from './lib/githubDescription.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode, nodeEnvironment } from './lib/node24.mjs';
import { rootDir } from './lib/paths.mjs';
import { runProof } from './lib/proof.mjs';

const args = process.argv.slice(2);
const jestReport = path.join(rootDir, 'node_modules/.cache/jest-results.json');
const e2eReport = path.join(rootDir, 'e2e-test-report/results.json');

function run(node, script, scriptArgs, env = {}) {
  const bin = path.isAbsolute(script) ? script : path.join(rootDir, script);
  const result = spawnSync(node, [bin, ...scriptArgs], {
    cwd: rootDir,
    stdio: 'inherit',
    env: { ...nodeEnvironment(node), ...env },
  });
  return result.status === 0;
}

const cli = 'node_modules/@backstage/cli/bin/backstage-cli';
const read = file =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

/** Counts of the unit and integration tests; a crash before the report counts as one failure. */
function jest(node) {
  rmSync(jestReport, { force: true });
  const ok = run(
    node,
    cli,
    ['repo', 'test', '--json', `--outputFile=${jestReport}`],
    {
      CI: '1',
      NODE_ENV: 'test',
      // What a test compares with may be missing on a laptop, but not where a result is counted on.
      ...(process.env.CI && { SLIPWAY_REQUIRE_TOOLS: '1' }),
    },
  );
  const report = read(jestReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: ok ? failed : Math.max(1, failed),
    skipped: report.numPendingTests,
    failures: jestFailures(report, rootDir),
  };
}

function e2e(node) {
  rmSync(e2eReport, { force: true });
  const ok = run(node, 'scripts/e2e.mjs', []);
  const report = read(e2eReport);
  const {
    expected = 0,
    unexpected = 0,
    flaky = 0,
    skipped = 0,
  } = report?.stats ?? {};
  const failed = unexpected + flaky;
  return {
    passed: expected,
    failed: ok && expected > 0 ? failed : Math.max(1, failed),
    skipped,
    failures: playwrightFailures(report),
  };
}

/** Tests of the scripts themselves, by Node's own runner. */
function scripts(node) {
  const lib = path.join(rootDir, 'scripts/lib');
  const files = readdirSync(lib).filter(name => name.endsWith('.test.mjs'));
  const report = path.join(rootDir, 'node_modules/.cache/scripts.tap');
  mkdirSync(path.dirname(report), { recursive: true });
  const ok =
    spawnSync(
      node,
      [
        ...[
          '--test',
          '--test-reporter=spec',
          '--test-reporter-destination=stdout',
        ],
        ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
        ...files.map(file => path.join(lib, file)),
      ],
      { cwd: rootDir, stdio: 'inherit' },
    ).status === 0;
  const tap = readFileSync(report, 'utf8');
  const count = word =>
    Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(tap)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: ok ? count('fail') : Math.max(1, count('fail')),
    skipped: count('skipped'),
  };
}

/** One of each runtime, platform and kind, a site and added queues: `npm run matrix` tries all. */
const matrix = node =>
  runProof(
    node,
    ['scripts/matrix.mjs', '--slice'],
    /^(?<tried>\d+) tried, (?<passed>\d+) passed$/,
  );

const fuzz = (count, seed) => node =>
  runProof(
    node,
    ['scripts/fuzz.mjs', String(count)],
    /^(?<tried>\d+) inputs, \d+ refused, (?<failed>\d+) escapes$/,
    { SEED: String(seed) },
  );

/** The contract of the AWS stand-in itself, and moto's, are tests like the others. */
const contract = node =>
  runProof(
    node,
    ['scripts/contract.mjs', 'fauxqs'],
    /^(?<passed>\d+) passed, (?<failed>\d+) failed$/,
  );

const single = ok => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

const stages = [
  [
    'format',
    node =>
      single(
        run(node, 'node_modules/prettier/bin-prettier.js', [
          '--check',
          '--loglevel',
          'warn',
          '.',
        ]),
      ),
  ],
  ['types', node => single(run(node, 'node_modules/typescript/bin/tsc', []))],
  [
    'lint',
    node => single(run(node, cli, ['repo', 'lint', '--max-warnings=0'])),
  ],
  ['sizes', node => single(run(node, 'scripts/sizes.mjs', []))],
  ['config', node => single(run(node, 'scripts/checkConfig.mjs', []))],
  ['scripts', scripts],
  ['unit and integration', jest],
  ['contract, fauxqs', contract],
  ['golden paths', matrix],
  ['fuzz', fuzz(2000, 20261120)],
  ['fuzz, other inputs', fuzz(300, Date.now() % 2 ** 31)],
  ['end to end', e2e],
];

async function main() {
  const node = ensureNode();
  await ensureInstalled(node);
  fetchGithubDescription(nodeEnvironment(node));
  if (args.length > 0) {
    process.exit(run(node, cli, ['repo', 'test', ...args]) ? 0 : 1);
  }
  const total = { passed: 0, failed: 0, skipped: 0 };
  const rows = [];
  for (const [name, stage] of stages) {
    console.log(`\n=== ${name}`);
    const started = Date.now();
    const counts = await stage(node);
    for (const key of Object.keys(total)) total[key] += counts[key];
    rows.push({
      name,
      ...counts,
      seconds: Math.round((Date.now() - started) / 1000),
    });
  }
  const failures = rows.flatMap(row => row.failures ?? []);
  if (failures.length > 0) {
    console.log(['\n=== failures', ...failureLines(failures)].join('\n'));
  }
  console.log('\n=== summary');
  for (const row of rows) {
    console.log(
      `${row.failed ? 'FAIL' : 'ok  '} ${row.name.padEnd(22)} ${
        row.passed
      } passed, ${row.failed} failed, ${row.skipped} skipped (${
        row.seconds
      } s)`,
    );
  }
  // A skip means a real component was missing; where all of them are promised, that is a failure.
  const failed = total.failed + (process.env.CI ? total.skipped : 0);
  console.log(`\n${total.passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

runMain(main);
