import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';
import { ensureNode, nodeEnvironment } from './node24.mjs';
import { rootDir } from './paths.mjs';

/**
 * Runs a TypeScript file of the checkout to its end, with the Node and the transform that Backstage uses.
 *
 * @returns {Promise<number>} its exit code
 */
export async function runTypeScript(file, args = []) {
  const node = ensureNode();
  await ensureInstalled(node);
  const transform = 'node_modules/@backstage/cli/config/nodeTransform.cjs';
  const { status } = spawnSync(
    node,
    [
      '--require',
      path.join(rootDir, transform),
      path.join(rootDir, file),
      ...args,
    ],
    { stdio: 'inherit', env: { ...nodeEnvironment(node), NODE_ENV: 'test' } },
  );
  return status ?? 1;
}
