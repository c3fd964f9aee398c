// npm run e2e: the whole loop in a real browser against a portal of its own; screenshots land in e2e-test-report/.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { findChromium } from './lib/chromium.mjs';
import { runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode, nodeEnvironment } from './lib/node24.mjs';
import { rootDir } from './lib/paths.mjs';
import { startPortal } from './lib/portal.mjs';

runMain(async () => {
  const chromium = findChromium();
  const node = ensureNode();
  await ensureInstalled(node);
  const portal = await startPortal();
  let status = 1;
  try {
    const cli = path.join(rootDir, 'node_modules/@playwright/test/cli.js');
    const result = spawnSync(node, [cli, 'test', ...process.argv.slice(2)], {
      cwd: rootDir,
      stdio: 'inherit',
      env: {
        ...nodeEnvironment(node),
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_URL: portal.portal,
        SLIPWAY_CONTROL_URL: portal.control,
      },
    });
    status = result.status ?? 1;
  } finally {
    await portal.stop();
  }
  process.exit(status);
});
