// The committed configuration fits the schemas of all packages.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { rootDir } from './lib/paths.mjs';
import { readPorts } from './lib/ports.mjs';
import { worldEnvironment } from './lib/worldEnvironment.mjs';

const files = ['app-config.yaml', 'app-config.local-world.yaml'];
const { status } = spawnSync(
  process.execPath,
  [
    path.join(rootDir, 'node_modules/@backstage/cli/bin/backstage-cli'),
    ...['config:check', '--strict'],
    ...files.flatMap(file => ['--config', path.join(rootDir, file)]),
  ],
  {
    cwd: rootDir,
    stdio: 'inherit',
    env: worldEnvironment(process.env, readPorts(), 'token-for-the-check'),
  },
);
process.exit(status ?? 1);
