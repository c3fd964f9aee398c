import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PlainError } from './fail.mjs';
import { rootDir, stateDir } from './paths.mjs';

/**
 * Says who runs Slipway out of this state folder: `{ pid, children, portal, world, token }`. The token lets the
 * checks of this repository ask the backend whether it is ready; it is new at each start.
 */
export const runFile = path.join(stateDir, 'run.json');

export function writeRunFile(run) {
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(runFile, JSON.stringify(run, undefined, 2), { mode: 0o600 });
}

export function readRunFile() {
  if (!existsSync(runFile)) return undefined;
  try {
    return JSON.parse(readFileSync(runFile, 'utf8'));
  } catch {
    return undefined;
  }
}

export function removeRunFile() {
  rmSync(runFile, { force: true });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether a process was started out of this checkout, so that a reused pid is never killed. */
function isOurs(pid) {
  try {
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
      encoding: 'utf8',
    });
    return command.includes(rootDir) || command.includes('scripts/start.mjs');
  } catch {
    return false;
  }
}

/** Refuses a second start from the same folder; ends what a killed start left behind. */
export async function takeOver() {
  const run = readRunFile();
  if (!run) return;
  if (isAlive(run.pid) && isOurs(run.pid)) {
    throw new PlainError(
      `Slipway already runs from this folder (process ${run.pid}): ${run.portal}\nStop it with Ctrl-C in its terminal, or: kill ${run.pid}`,
    );
  }
  for (const pid of run.children ?? []) {
    if (isAlive(pid) && isOurs(pid)) killGroup(pid, 'SIGKILL');
  }
  await sleep(300);
  removeRunFile();
}

/** Signals a child and everything it started; children are group leaders (`detached`). */
export function killGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // Already gone.
  }
}
