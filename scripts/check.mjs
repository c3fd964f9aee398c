// node scripts/check.mjs <folder>: what slipway:infra:check says of rendered files, without a portal.
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
      'plugins/scaffolder-backend-module-slipway/src/__testUtils__/checkCli.ts',
    ),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
