// npm start: Node, dependencies, the embedded world and the portal, then one block that says what to do.
// Arguments go to `backstage-cli repo start` (packages, --plugin …) as any Backstage developer expects.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PlainError, runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode, nodeEnvironment } from './lib/node24.mjs';
import { rootDir, stateDir } from './lib/paths.mjs';
import { assertPortsFree, readPorts } from './lib/ports.mjs';
import { startProcess } from './lib/processes.mjs';
import { portalReady, worldReady } from './lib/readiness.mjs';
import {
  killGroup,
  removeRunFile,
  takeOver,
  writeRunFile,
} from './lib/runFile.mjs';
import { worldEnvironment } from './lib/worldEnvironment.mjs';

const args = process.argv.slice(2);
const show = args.length > 0 || Boolean(process.env.SLIPWAY_VERBOSE);
const modules = path.join(rootDir, 'node_modules');

function startWorld(node, env) {
  return startProcess(
    'world',
    node,
    [
      ...[
        '--require',
        path.join(modules, '@backstage/cli/config/nodeTransform.cjs'),
      ],
      path.join(rootDir, 'packages/local-world/src/main.ts'),
    ],
    { env, show },
  );
}

function startPortal(node, env) {
  const configs = ['app-config.yaml', 'app-config.local-world.yaml'];
  return startProcess(
    'portal',
    node,
    [
      path.join(modules, '@backstage/cli/bin/backstage-cli'),
      ...['repo', 'start', ...args],
      ...configs.flatMap(file => ['--config', path.join(rootDir, file)]),
    ],
    { env, show },
  );
}

function welcome(ports, seconds) {
  const portal = `http://localhost:${ports.app}`;
  const control = `http://127.0.0.1:${ports.control}`;
  console.log(`
  Slipway is ready (${seconds} s), with simulated data.

    Portal      ${portal}
    Sign in     with GitHub, as olivia (developer), pat (platform engineer) or sam (outsider)
    Try first   ${portal}/create → "Go service" → name it order-mailer, a worker;
                then approve it as pat in a private window, and open its page
    Break it    ${control} makes services fail
    Stop        Ctrl-C; what you made is kept. npm run world -- reset starts afresh
    Logs        ${
      path.relative(process.cwd(), path.join(stateDir, 'logs')) || '.'
    }
`);
}

/** @returns `stop(code)`, and `stopping()`: whether the end of a child is what was asked for */
function stopOnSignals(children) {
  let stopping = false;
  const stop = code => {
    if (stopping) return;
    stopping = true;
    for (const { child } of children) killGroup(child.pid, 'SIGTERM');
    setTimeout(() => {
      for (const { child } of children) killGroup(child.pid, 'SIGKILL');
      removeRunFile();
      process.exit(code);
    }, 1500);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => stop(0));
  }
  return { stop, stopping: () => stopping };
}

async function main() {
  const started = Date.now();
  await takeOver();
  const ports = readPorts();
  await assertPortsFree(ports);
  const node = ensureNode();
  await ensureInstalled(node);
  mkdirSync(path.join(stateDir, 'portal'), { recursive: true });
  rmSync(path.join(stateDir, 'logs'), { recursive: true, force: true });

  const token = randomBytes(24).toString('base64url');
  const env = worldEnvironment(nodeEnvironment(node), ports, token);
  console.log('Starting the embedded world and the portal …');
  const world = startWorld(node, env);
  const children = [world];
  const { stop, stopping } = stopOnSignals(children);
  const run = {
    pid: process.pid,
    portal: `http://localhost:${ports.app}`,
    backend: `http://localhost:${ports.backend}`,
    control: `http://127.0.0.1:${ports.control}`,
    token,
    ready: false,
  };
  const record = extra =>
    writeRunFile({
      ...run,
      children: children.map(({ child }) => child.pid),
      ...extra,
    });
  record();
  try {
    await Promise.race([worldReady(ports), world.ended]);
    const portal = startPortal(node, env);
    children.push(portal);
    record();
    const ended = Promise.race([world.ended, portal.ended]);
    // With arguments it is a developer's choice what starts, so there is no whole portal to wait for.
    if (args.length === 0) {
      await Promise.race([portalReady(ports, token), ended]);
      record({ ready: true });
      welcome(ports, Math.round((Date.now() - started) / 1000));
    }
    await ended;
  } catch (error) {
    if (stopping()) return;
    if (error instanceof PlainError) console.error(`\n${error.message}\n`);
    else console.error(error);
    stop(1);
  }
}

runMain(main);
