// npm run fuzz: hostile answers through the form's validation and the renderer. SEED=<number> repeats a run.
import { runTypeScript } from './lib/runTypeScript.mjs';

process.exitCode = await runTypeScript(
  'plugins/scaffolder-backend-module-slipway/src/__testUtils__/fuzz/fuzzCli.ts',
  process.argv.slice(2),
);
