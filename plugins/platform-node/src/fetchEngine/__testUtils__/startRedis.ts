import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { AddressInfo, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { requireTool } from '@slipway/local-world';

/** Whether a Redis server can be started here. */
export function hasRedis(): boolean {
  let found = true;
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
  } catch {
    found = false;
  }
  return requireTool('redis-server', found, 'sharing a cache between replicas');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** A Redis of its own, that keeps nothing on disk. */
export async function startRedis() {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  for (let tries = 0; !output.includes('Ready to accept'); tries++) {
    if (tries > 200) throw new Error(`Redis did not start: ${output}`);
    await delay(50);
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    /** Makes it hang, and go on. */
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
