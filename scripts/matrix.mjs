// npm run matrix: renders every combination that the golden paths offer and has the real tools check it.
import { runMain } from './lib/fail.mjs';
import { runTypeScript } from './lib/runTypeScript.mjs';

runMain(async () => {
  process.exitCode = await runTypeScript(
    'plugins/scaffolder-backend-module-slipway/src/__testUtils__/matrix/matrixCli.ts',
    process.argv.slice(2),
  );
});
