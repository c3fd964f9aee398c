// npm run histories -- 10000: plays that many histories of changes (pushes, approvals, plans, merges, webhooks, restarts in any
// order) with the portal's own decisions. SEED= sets the seed. The last line says how many broke a rule; then it exits with 1.
import { fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { PlainError, runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node24.mjs';
import { rootDir } from './lib/paths.mjs';

const main = path.join(
  rootDir,
  'plugins/infra-prs-backend/src/__testUtils__/histories/main.ts',
);
const transform = path.join(
  rootDir,
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);
/** How many broken ones are told in full. */
const TOLD = 3;

function readNumber(name, text, fallback) {
  const number = text === undefined || text === '' ? fallback : Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new PlainError(`${name} must be a whole number, not '${text}'`);
}

/** Plays some in a process of its own. */
function play(node, count, seed, progress) {
  return new Promise((resolve, reject) => {
    const child = fork(main, [String(count), String(seed)], {
      execPath: node,
      execArgv: ['--require', transform],
    });
    let result;
    child.on('message', message => {
      if (message.result) result = message.result;
      else progress(message.done);
    });
    child.on('error', reject);
    child.on('exit', code =>
      result
        ? resolve(result)
        : reject(new PlainError(`The histories ended early, with ${code}`)),
    );
  });
}

function tell({ seed, what, log }) {
  console.log(`\nSEED=${seed} npm run histories -- 1`);
  for (const line of log) console.log(`  ${line}`);
  for (const line of what) console.log(`  VIOLATION: ${line}`);
}

runMain(async () => {
  const count = readNumber('The count', process.argv[2], 1000);
  const seed = readNumber('SEED', process.env.SEED, randomInt(1_000_000_000));
  const node = ensureNode();
  await ensureInstalled(node);
  const workers = Math.max(1, Math.min(availableParallelism(), count));
  console.log(`${count} histories from SEED=${seed}, in ${workers} processes`);
  const started = Date.now();
  const done = new Array(workers).fill(0);
  const results = await Promise.all(
    done.map((_, index) => {
      const from = Math.floor((count * index) / workers);
      const to = Math.floor((count * (index + 1)) / workers);
      return play(node, to - from, seed + from, own => {
        done[index] = own;
        const all = done.reduce((sum, each) => sum + each, 0);
        if (all % 1000 === 0) console.log(`${all} played`);
      });
    }),
  );
  const sum = name => results.reduce((total, each) => total + each[name], 0);
  const broken = results.flatMap(({ violations }) => violations);
  broken.slice(0, TOLD).forEach(tell);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(
    `${sum('merged')} merges and ${sum(
      'approved',
    )} approvals through the portal, ${sum(
      'itself',
    )} merges by GitHub itself, ${sum('glass')} past the rules, ${sum(
      'refused',
    )} refused or cut short, ${seconds} s`,
  );
  console.log(`${sum('histories')} histories, ${broken.length} violations`);
  process.exit(broken.length === 0 ? 0 : 1);
});
