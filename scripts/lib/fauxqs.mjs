import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { rootDir } from './paths.mjs';

/** An independent SQS emulator (MIT) to compare with; fetched when first asked for, never part of the portal. */
const VERSION = '2.4.1';
const folder = path.join(rootDir, `node_modules/.cache/fauxqs-${VERSION}`);
const entry = path.join(folder, 'node_modules/fauxqs/dist/app.js');

// Its own start function listens on all interfaces; the app that it builds can be told to stay on this machine.
const PROGRAM = `
const { buildApp } = await import(${JSON.stringify(pathToFileURL(entry).href)});
const app = buildApp({ logger: false, host: '127.0.0.1' });
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
process.stdin.resume().on('end', () => process.exit(0));
`;

function fetchPackage(npmEnvironment) {
  mkdirSync(folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  return spawnSync(
    npm,
    [
      ...['install', '--prefix', folder, '--no-audit', '--no-fund'],
      ...['--no-package-lock', '--ignore-scripts', '--loglevel=error'],
      `fauxqs@${VERSION}`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], env: npmEnvironment },
  );
}

/**
 * Starts fauxqs on a free port of 127.0.0.1.
 *
 * @returns {Promise<{endpoint: string, stop: () => Promise<void>} | undefined>} undefined when it cannot be had
 */
export async function startFauxqs(node, environment) {
  if (!existsSync(entry)) fetchPackage(environment);
  if (!existsSync(entry)) return undefined;
  const child = spawn(node, ['--input-type=module', '--eval', PROGRAM], {
    // The pipe on stdin ends it with us, however we go.
    stdio: ['pipe', 'pipe', 'inherit'],
    env: environment,
  });
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout });
  const endpoint = await Promise.race([
    once(lines, 'line').then(([line]) => line),
    ended.then(() => undefined),
  ]);
  return (
    endpoint && {
      endpoint,
      stop: async () => {
        child.stdin.end();
        await ended;
      },
    }
  );
}
