import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { PlainError } from './fail.mjs';
import { rootDir } from './paths.mjs';

function canListen(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** First of `count` consecutive ports that are all free now. */
async function freePorts(count, from) {
  for (let base = from; base < 60_000; base += count) {
    const free = await Promise.all(
      Array.from({ length: count }, (_, i) => canListen(base + i)),
    );
    if (free.every(Boolean)) return base;
  }
  throw new PlainError('No free ports were found on 127.0.0.1.');
}

function readRun(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Starts the whole portal as `npm start` does, on free ports and with a state folder of its own.
 *
 * @returns its URLs, its pid, the milliseconds until it was ready, and `stop()`
 */
export async function startPortal({ keep } = {}) {
  const state = keep ?? mkdtempSync(path.join(os.tmpdir(), 'slipway-'));
  const base = await freePorts(8, 20_000 + (process.pid % 2000) * 8);
  const started = Date.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      SLIPWAY_STATE_DIR: state,
      SLIPWAY_PORT: String(base + 6),
      SLIPWAY_BACKEND_PORT: String(base + 7),
      SLIPWAY_WORLD_PORT: String(base),
    },
  });
  const runFile = path.join(state, 'run.json');
  while (!readRun(runFile)?.ready) {
    if (child.exitCode !== null) {
      throw new PlainError(`The portal did not start; logs: ${state}/logs`);
    }
    await sleep(200);
  }
  const run = readRun(runFile);
  const stop = async () => {
    if (child.exitCode === null) {
      const gone = new Promise(resolve => child.once('close', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    if (!keep) rmSync(state, { recursive: true, force: true });
  };
  return { ...run, state, startMs: Date.now() - started, stop };
}
