// node scripts/render.mjs <values.yaml> <folder>: what a golden path would write, without a portal.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { rootDir } from './lib/paths.mjs';

const { status } = spawnSync(
  process.execPath,
  [
    '--require',
    path.join(rootDir, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
    path.join(
      rootDir,
      'plugins/scaffolder-backend-module-slipway/src/__testUtils__/renderCli.ts',
    ),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
