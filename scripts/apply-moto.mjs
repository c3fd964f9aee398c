// npm run matrix -- --apply: real terraform apply and destroy of an ECS and an EKS service against moto. Takes minutes.
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
      'plugins/scaffolder-backend-module-slipway/src/__testUtils__/apply/applyCli.ts',
    ),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
