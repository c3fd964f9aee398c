import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { rootDir } from './paths.mjs';

const state = mkdtempSync(path.join(os.tmpdir(), 'slipway-run-'));
process.env.SLIPWAY_STATE_DIR = state;
const { readRunFile, runFile, takeOver, writeRunFile } = await import(
  './runFile.mjs'
);
after(() => rmSync(state, { recursive: true, force: true }));

/** A process that would be recognized as one of Slipway's by its command line. */
function sleeper() {
  const marker = path.join(rootDir, 'scripts/start.mjs');
  const child = spawn(
    process.execPath,
    ['-e', 'setInterval(() => {}, 1000)', marker],
    { detached: true, stdio: 'ignore' },
  );
  const gone = new Promise(resolve => child.once('close', resolve));
  return { child, gone };
}

test('a second start says where the first one runs', async () => {
  const { child, gone } = sleeper();
  await sleep(200);
  writeRunFile({ pid: child.pid, children: [], portal: 'http://x:1' });
  await assert.rejects(takeOver(), /already runs .*http:\/\/x:1/);
  child.kill('SIGKILL');
  await gone;
});

test('what a killed start left behind is ended', async () => {
  const { child, gone } = sleeper();
  await sleep(200);
  // No process has the largest pid, so the start counts as killed.
  writeRunFile({ pid: 2 ** 22 + 1, children: [child.pid], portal: 'x' });
  await takeOver();
  await gone;
  assert.equal(readRunFile(), undefined);
});

test('a torn run file is no reason to fail', async () => {
  writeFileSync(runFile, '{"pid": 12');
  await takeOver();
});
