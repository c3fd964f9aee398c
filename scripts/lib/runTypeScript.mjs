import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { PlainError } from './fail.mjs';
import { ensureInstalled } from './install.mjs';
import { ensureNode, nodeEnvironment } from './node24.mjs';
import { rootDir } from './paths.mjs';

/** The command that runs a TypeScript file of the checkout with the Node and the transform that Backstage uses. */
async function commandFor(file, args) {
  const node = ensureNode();
  await ensureInstalled(node);
  const transform = 'node_modules/@backstage/cli/config/nodeTransform.cjs';
  const paths = [transform, file].map(part => path.join(rootDir, part));
  return {
    node,
    args: ['--require', ...paths, ...args],
    env: { ...nodeEnvironment(node), NODE_ENV: 'test' },
  };
}

/**
 * Runs a TypeScript file to its end.
 *
 * @returns {Promise<number>} its exit code
 */
export async function runTypeScript(file, args = []) {
  const command = await commandFor(file, args);
  const { env } = command;
  const { status } = spawnSync(command.node, command.args, {
    stdio: 'inherit',
    env,
  });
  return status ?? 1;
}

/**
 * Runs a TypeScript file to its end; fails when it fails.
 *
 * @returns {Promise<string>} what it wrote to its standard output
 */
export async function outputOfTypeScript(file, args = []) {
  const command = await commandFor(file, args);
  const { env } = command;
  const { status, stdout } = spawnSync(command.node, command.args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    env,
  });
  if (status !== 0) throw new PlainError(`${file} ended with ${status}`);
  return stdout;
}
