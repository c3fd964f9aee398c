// node scripts/render.mjs <values.yaml> <folder>: what a golden path would write, without a portal.
import { runMain } from './lib/fail.mjs';
import { runTypeScript } from './lib/runTypeScript.mjs';

runMain(async () => {
  process.exitCode = await runTypeScript(
    'plugins/scaffolder-backend-module-slipway/src/__testUtils__/renderCli.ts',
    process.argv.slice(2),
  );
});
