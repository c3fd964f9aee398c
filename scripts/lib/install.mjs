import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PlainError } from './fail.mjs';
import { nodeEnvironment } from './node24.mjs';
import { rootDir, toolsDir, yarnPath } from './paths.mjs';
import { manifests } from './workspaces.mjs';

const stampFile = path.join(toolsDir, 'install-stamp');

/** Changes whenever what must be installed changes. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['yarn.lock', '.yarnrc.yml', ...manifests()]) {
    hash.update(file).update(readFileSync(path.join(rootDir, file)));
  }
  return hash.digest('hex');
}

function isInstalled(wanted) {
  // Yarn writes the state file last, so its absence tells a half-finished install.
  return (
    existsSync(path.join(rootDir, 'node_modules/.yarn-state.yml')) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === wanted
  );
}

function explain(lines) {
  const text = lines.join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|RequestError/.test(text)) {
    return 'The npm registry could not be reached. The first start needs the network once; check it (and HTTPS_PROXY, if you use one) and run the command again: it goes on where it stopped.';
  }
  if (/ENOSPC/.test(text)) {
    return 'The disk is full. Slipway needs about 3 GB for its dependencies.';
  }
  return undefined;
}

/** What a person needs to know of a failed install: the known cause, else Yarn's own last words. */
function describeFailure(lines) {
  const known = explain(lines);
  if (known) return `Installing the dependencies failed. ${known}`;
  const own = lines.filter(line => line.includes('➤'));
  const tail = (own.length > 0 ? own : lines).slice(-10).join('\n');
  return `Installing the dependencies failed:\n\n${tail}\n\nRun the command again: it goes on where it stopped.`;
}

/** Runs Yarn, printing each step as it begins and a sign of life in between. */
async function yarnInstall(nodeBinary) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const child = spawn(nodeBinary, [yarnPath(), 'install', '--immutable'], {
    cwd: rootDir,
    env: { ...nodeEnvironment(nodeBinary), FORCE_COLOR: '0', CI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = [];
  let step = 'starting';
  const onData = data => {
    for (const line of String(data).split('\n').filter(Boolean)) {
      lines.push(line);
      const match = /┌ (.*) step/.exec(line);
      if (match) {
        step = match[1].toLowerCase();
        console.log(`  ${step} (${seconds()} s)`);
      }
    }
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  const heartbeat = setInterval(
    () => console.log(`  still on ${step} (${seconds()} s)`),
    15_000,
  );
  const code = await new Promise(resolve => child.on('close', resolve));
  clearInterval(heartbeat);
  if (code !== 0) {
    throw new PlainError(describeFailure(lines));
  }
  console.log(`  installed in ${seconds()} s`);
}

/** Installs the dependencies unless they are there as the lockfile wants them. */
export async function ensureInstalled(nodeBinary) {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;
  console.log(
    'Installing dependencies (once; about 2,600 packages, 1.5 GB, a minute or two) …',
  );
  rmSync(stampFile, { force: true });
  await yarnInstall(nodeBinary);
  mkdirSync(toolsDir, { recursive: true });
  writeFileSync(stampFile, wanted);
}
