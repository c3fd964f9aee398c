// npm run fuzz: hostile answers through the form's validation and the renderer. SEED=<number> repeats a run.
import { runMain } from './lib/fail.mjs';
import { runTypeScript } from './lib/runTypeScript.mjs';

runMain(async () => {
  process.exitCode = await runTypeScript(
    'plugins/scaffolder-backend-module-slipway/src/__testUtils__/fuzz/fuzzCli.ts',
    process.argv.slice(2),
  );
});
