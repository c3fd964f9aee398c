import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkInfrastructure } from './checkInfrastructure';
import { fileSourceOf } from './FileSource';

const root = resolve(__dirname, '../../../..');

function repository(pattern: string): Map<string, string> {
  return new Map(
    globSync(pattern, { cwd: root })
      .map(path => path.replaceAll('\\', '/'))
      .filter(path => !path.includes('.terraform'))
      .map(path => [path, readFileSync(resolve(root, path), 'utf8')] as const),
  );
}

const base = fileSourceOf(repository('terraform/**/*.{tf,json,yaml,js}'));

describe('what is committed', () => {
  it.each(['terraform/**/*.{tf,json,yaml}', 'gitops/**/*.yaml'])(
    'has no findings: %s',
    async pattern => {
      const findings = await checkInfrastructure(repository(pattern), { base });
      expect(findings).toEqual([]);
    },
  );
});
