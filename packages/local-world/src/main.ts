import { fstatSync } from 'node:fs';
import { readStartOptions } from './readStartOptions';
import { RunningWorld, startWorld } from './startWorld';
import { PortTakenError } from './world/WorldServer';

/** How often to look whether the process that started the world is still there. */
const PARENT_CHECK_MS = 1_000;

function stopWithParent(stop: (code: number) => void): void {
  const parent = process.ppid;
  setInterval(() => {
    // An orphan gets a new parent; a world that nobody watches would hold its ports for ever.
    if (process.ppid !== parent) {
      stop(0);
    }
  }, PARENT_CHECK_MS).unref();
  const stdin = fstatSync(0);
  // A starter that holds a pipe to the world wants it to end with that pipe; a terminal or /dev/null says nothing.
  if (stdin.isFIFO() || stdin.isSocket()) {
    process.stdin.on('end', () => stop(0)).resume();
  }
}

function stopper(world: RunningWorld): (code: number) => void {
  let stopping = false;
  return code => {
    if (!stopping) {
      stopping = true;
      world.stop().finally(() => process.exit(code));
    }
  };
}

async function main(): Promise<void> {
  const world = await startWorld(readStartOptions(process.env));
  const stop = stopper(world);
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  process.on('SIGHUP', () => stop(0));
  process.on('disconnect', () => stop(0));
  stopWithParent(stop);
  const line = { ready: true, pid: process.pid, urls: world.urls };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main().catch((error: unknown) => {
  const plain = error instanceof PortTakenError || error instanceof RangeError;
  const text = plain
    ? error.message
    : `The embedded world did not start: ${
        error instanceof Error ? error.stack : error
      }`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
