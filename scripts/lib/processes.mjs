import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './fail.mjs';
import { rootDir, stateDir } from './paths.mjs';

const TAIL = 40;

/**
 * Starts a long-running child as leader of its own process group, with its output in a log file of the state folder.
 *
 * @returns the child, the path of its log, the last lines of it, and a promise that rejects when it ends
 */
export function startProcess(name, nodeBinary, args, { env, show = false }) {
  const logDir = path.join(stateDir, 'logs');
  mkdirSync(logDir, { recursive: true });
  const logPath = path.join(logDir, `${name}.log`);
  const log = createWriteStream(logPath);
  const child = spawn(nodeBinary, args, {
    cwd: rootDir,
    env,
    detached: true,
    // The pipe on stdin tells the child that its parent is gone, however it went.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const tail = [];
  const onData = (data, stream) => {
    log.write(data);
    if (show) stream.write(data);
    tail.push(...String(data).split('\n').filter(Boolean));
    tail.splice(0, Math.max(0, tail.length - TAIL));
  };
  child.stdout.on('data', data => onData(data, process.stdout));
  child.stderr.on('data', data => onData(data, process.stderr));
  const ended = new Promise((_, reject) => {
    child.on('close', (code, signal) =>
      reject(
        new PlainError(
          `${name} ended (${
            signal ?? `exit code ${code}`
          }). Its last lines:\n\n${tail
            .slice(-20)
            .join('\n')}\n\nThe whole log: ${logPath}`,
        ),
      ),
    );
  });
  ended.catch(() => {});
  return { child, logPath, tail, ended };
}
