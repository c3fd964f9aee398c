// npm run matrix: renders every combination that the golden paths offer and has the real tools check it.
import { runMain } from './lib/fail.mjs';
import { runTypeScript } from './lib/runTypeScript.mjs';

const utils = 'plugins/scaffolder-backend-module-slipway/src/__testUtils__';
const args = process.argv.slice(2);
const program = args.includes('--apply')
  ? 'apply/applyCli.ts'
  : 'matrix/matrixCli.ts';

runMain(async () => {
  process.exitCode = await runTypeScript(`${utils}/${program}`, args);
});
