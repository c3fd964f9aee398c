import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { requireTool } from '../../testing/requireTool';

const freePort = () =>
  new Promise<number>(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** Whether a moto server can be started here. */
export function hasMoto(): boolean {
  try {
    execFileSync('moto_server', ['--help'], { stdio: 'ignore' });
    return true;
  } catch {
    return requireTool('moto_server', false, 'comparing with moto');
  }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/moto-api/`)).ok;
  } catch {
    return false;
  }
}

/** Starts moto, an independent AWS simulation, to compare with. */
export async function startMoto(): Promise<{
  endpoint: string;
  stop: () => Promise<void>;
}> {
  const port = await freePort();
  const child: ChildProcess = spawn(
    'moto_server',
    ['-H', '127.0.0.1', '-p', String(port)],
    { stdio: 'ignore', detached: true },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 150 && !(await answers(endpoint)); tries += 1) {
    await delay(100);
  }
  return {
    endpoint,
    stop: async () => {
      // The launcher may be a shim whose child is the server: end the whole group.
      if (child.pid !== undefined) {
        const ended = once(child, 'exit');
        process.kill(-child.pid, 'SIGTERM');
        await ended;
      }
    },
  };
}
