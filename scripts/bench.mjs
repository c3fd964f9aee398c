// npm run bench: lists the benches; npm run bench -- <name> runs one and fails when a bound it states is missed.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainError, runMain } from './lib/fail.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureNode } from './lib/node24.mjs';
import { rootDir } from './lib/paths.mjs';

const benchDir = path.join(rootDir, 'bench');
const load = name =>
  import(pathToFileURL(path.join(benchDir, `${name}.mjs`)).href);

function print({ rows, bounds }) {
  console.table(rows);
  for (const { name, value, limit, ok } of bounds) {
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${value} (bound: ${limit})`);
  }
}

runMain(async () => {
  const names = readdirSync(benchDir)
    .filter(file => file.endsWith('.mjs'))
    .map(file => file.slice(0, -4));
  const [name] = process.argv.slice(2);
  if (!name) {
    for (const bench of names) {
      console.log(`${bench.padEnd(12)} ${(await load(bench)).description}`);
    }
    return;
  }
  if (!names.includes(name)) {
    throw new PlainError(
      `There is no bench '${name}'; there are: ${names.join(', ')}`,
    );
  }
  await ensureInstalled(ensureNode());
  const result = await (await load(name)).run();
  print(result);
  process.exit(result.bounds.every(({ ok }) => ok) ? 0 : 1);
});
