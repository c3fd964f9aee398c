import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface Moto {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts moto, a simulation of AWS, for one account on a free port of this machine. */
export async function startMoto(account: string): Promise<Moto> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    // The launcher may be a shim whose child is the server: a group of its own can be ended as a whole.
    detached: true,
    env: { ...process.env, MOTO_ACCOUNT_ID: account },
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.pid === undefined || child.exitCode !== null) return;
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  };
  for (let tries = 0; !(await answers(endpoint)); tries += 1) {
    if (tries === 300 || child.exitCode !== null) {
      await stop();
      throw new Error('moto_server does not answer');
    }
    await delay(100);
  }
  return { endpoint, stop };
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/moto-api/`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') {
    throw new Error('No free port');
  }
  return address.port;
}
