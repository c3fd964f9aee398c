// npm run sizes: how long source files and functions are; fails when the limits of docs/adr/0004 are missed.
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { rootDir } from './lib/paths.mjs';
import { runMain } from './lib/fail.mjs';
import { longFunctions } from './lib/functionLengths.mjs';

const LIMITS = { median: 60, p90: 150, max: 300, test: 400, function: 40 };

const isTest = file => /\.test\.tsx?$|\/e2e-tests\//.test(file);
const isSource = file =>
  /^(packages|plugins)\/.*\.tsx?$/.test(file) &&
  !/\.(d|stories)\.tsx?$|\/(generated|fixtures|__fixtures__|migrations)\//.test(
    file,
  );

const percentile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function readFiles() {
  return execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: rootDir,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(isSource)
    .map(file => {
      const text = readFileSync(`${rootDir}/${file}`, 'utf8');
      return { file, text, lines: text.split('\n').length - 1 };
    });
}

function check(name, value, limit, offenders = []) {
  const ok = value <= limit;
  console.log(
    `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(22)} ${String(value).padStart(
      5,
    )}  limit ${limit}`,
  );
  if (!ok)
    offenders.slice(0, 12).forEach(text => console.log(`       ${text}`));
  return ok;
}

async function main() {
  const files = readFiles();
  const source = files.filter(({ file }) => !isTest(file));
  const tests = files.filter(({ file }) => isTest(file));
  const lengths = source.map(({ lines }) => lines).sort((a, b) => a - b);
  const over = (list, limit) =>
    list
      .filter(({ lines }) => lines > limit)
      .sort((a, b) => b.lines - a.lines)
      .map(({ file, lines }) => `${lines} ${file}`);
  const functions = await longFunctions(source, LIMITS.function);
  console.log(
    `${source.length} source files, ${lengths.reduce(
      (sum, n) => sum + n,
      0,
    )} lines; ${tests.length} test files\n`,
  );
  const results = [
    check('median source file', percentile(lengths, 0.5), LIMITS.median),
    check(
      '90 % of source files',
      percentile(lengths, 0.9),
      LIMITS.p90,
      over(source, LIMITS.p90),
    ),
    check(
      'longest source file',
      lengths.at(-1) ?? 0,
      LIMITS.max,
      over(source, LIMITS.max),
    ),
    check(
      'longest test file',
      Math.max(0, ...tests.map(({ lines }) => lines)),
      LIMITS.test,
      over(tests, LIMITS.test),
    ),
    check(
      'longest function',
      functions[0]?.lines ?? LIMITS.function,
      LIMITS.function,
      functions.map(f => `${f.lines} ${f.name} ${f.file}:${f.line}`),
    ),
  ];
  process.exit(results.every(Boolean) ? 0 : 1);
}

runMain(main);
