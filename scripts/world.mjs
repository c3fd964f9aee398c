// npm run world -- <command>: the world's control from a terminal.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { PlainError, runMain } from './lib/fail.mjs';
import { stateDir } from './lib/paths.mjs';
import { readPorts } from './lib/ports.mjs';
import { readRunFile } from './lib/runFile.mjs';

const USAGE = `npm run world -- <command>

  state                                   what runs, and what is wrong with it
  fail <environment> <service> [mode]     consumer-errors (default), consumer-stopped, http-errors, slow
  heal <environment> <service>            ends a failure
  advance <seconds>                       moves the world's time on
  reset                                   forgets everything that was made (Slipway must be stopped)`;

async function call(method, route, body) {
  const base =
    readRunFile()?.control ?? `http://127.0.0.1:${readPorts().control}`;
  const response = await fetch(`${base}${route}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  }).catch(() => {
    throw new PlainError(
      `No world answers at ${base}. Start it with: npm start`,
    );
  });
  const text = await response.text();
  if (!response.ok) throw new PlainError(text);
  console.log(text);
}

const workload = (environment, service) => {
  if (!environment || !service) throw new PlainError(USAGE);
  const parts = [environment, service].map(encodeURIComponent);
  return `/api/workloads/${parts.join('/')}`;
};

const commands = {
  state: () => call('GET', '/api/state'),
  fail: (environment, service, mode = 'consumer-errors') =>
    call('POST', `${workload(environment, service)}/fail`, { mode }),
  heal: (environment, service) =>
    call('POST', `${workload(environment, service)}/heal`, {}),
  advance: seconds =>
    call('POST', '/api/clock/advance', { ms: Number(seconds) * 1000 }),
  reset: async () => {
    if (readRunFile()) {
      throw new PlainError('Stop Slipway first (Ctrl-C in its terminal).');
    }
    for (const part of ['world', 'portal', 'git', 'logs']) {
      rmSync(path.join(stateDir, part), { recursive: true, force: true });
    }
    console.log('The next npm start begins with a new world.');
  },
};

runMain(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new PlainError(USAGE);
  await command(...rest);
});
