// npm run module-docs: writes the inputs and outputs of every Terraform module into its README; with --check it only
// says which are out of step, and fails.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';
import { PlainError, runMain } from './lib/fail.mjs';
import { describeModule, replaceDocs } from './lib/moduleDocs.mjs';
import { rootDir } from './lib/paths.mjs';

const modules = globSync('terraform/modules/*/README.md', { cwd: rootDir });

async function updated(readme) {
  const folder = path.join(rootDir, path.dirname(readme));
  const files = globSync('*.tf', { cwd: folder })
    .sort()
    .map(file => ({
      file,
      text: readFileSync(path.join(folder, file), 'utf8'),
    }));
  const before = readFileSync(path.join(rootDir, readme), 'utf8');
  const text = replaceDocs(before, await describeModule(files));
  const options = await prettier.resolveConfig(path.join(rootDir, readme));
  return {
    before,
    after: prettier.format(text, { ...options, filepath: readme }),
  };
}

runMain(async () => {
  const stale = [];
  for (const readme of modules.sort()) {
    const { before, after } = await updated(readme).catch(error => {
      throw new PlainError(`${readme}: ${error.message}`);
    });
    if (before !== after) stale.push({ readme, after });
  }
  if (process.argv.includes('--check') && stale.length > 0) {
    const names = stale.map(({ readme }) => readme).join('\n');
    throw new PlainError(
      `Out of step, run npm run module-docs and commit:\n${names}`,
    );
  }
  for (const { readme, after } of stale) {
    writeFileSync(path.join(rootDir, readme), after);
  }
  console.log(`${modules.length} modules, ${stale.length} written`);
});
