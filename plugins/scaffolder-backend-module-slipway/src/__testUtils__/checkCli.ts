import { resolve } from 'node:path';
import { readFileSync, globSync } from 'node:fs';
import { checkInfrastructure } from '../check/checkInfrastructure';
import { fileSourceOf } from '@slipway/infrastructure-code';
import { Finding } from '../check/Finding';
import { estimateInfrastructure } from '../cost/estimateInfrastructure';
import { readFolder } from '../preview/readDirectory';

const repository = resolve(__dirname, '../../../..');

/** Checks the files below a folder as the pull request of a run, against this repository as main. */
async function check(folder: string): Promise<readonly Finding[]> {
  const base = globSync('{terraform,gitops}/**/*.{tf,json,yaml,js}', {
    cwd: repository,
  }).map(
    path => [path, readFileSync(resolve(repository, path), 'utf8')] as const,
  );
  const files = (await readFolder(folder)).map(
    ({ path, content }) => [path, content.toString('utf8')] as const,
  );
  const start = performance.now();
  const findings = await checkInfrastructure(new Map(files), {
    base: fileSourceOf(new Map(base)),
  });
  const spent = Math.round(performance.now() - start);
  process.stdout.write(
    `${files.length} files, ${findings.length} findings, ${spent} ms\n`,
  );
  const cost = await estimateInfrastructure(new Map(files), {
    base: fileSourceOf(new Map(base)),
  });
  process.stdout.write(`${JSON.stringify(cost, undefined, 2)}\n`);
  return findings;
}

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write(
    'node scripts/check.mjs <folder>\n\nChecks rendered infrastructure files against this repository.\n',
  );
  process.exit(1);
}
check(resolve(folder)).then(findings => {
  for (const { severity, id, file, line, message, fix } of findings) {
    process.stdout.write(
      `${severity} ${id} ${file}:${line ?? ''} ${message}. ${fix ?? ''}\n`,
    );
  }
  process.exit(findings.some(({ severity }) => severity === 'error') ? 1 : 0);
});
