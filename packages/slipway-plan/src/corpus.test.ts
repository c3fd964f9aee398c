import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { requireTool } from '@slipway/local-world';
import { parseTerraformPlan, readPlan } from '@slipway/plugin-infra-prs-common';

jest.setTimeout(300_000);

const rootDir = path.resolve(__dirname, '../../..');
const script = path.join(rootDir, 'scripts/plan-corpus.mjs');
const committed = path.join(
  rootDir,
  'plugins/infra-prs-common/corpus/plans/builtin.json',
);

/** What a plan says, without ids that every apply makes up. */
function read(file: string) {
  const { changes } = readPlan(parseTerraformPlan(readFileSync(file, 'utf8')));
  return changes.map(({ attributes, ...change }) => ({
    ...change,
    paths: attributes.map(attribute => attribute.path),
  }));
}

describe('the corpus of plans', () => {
  it('is what Terraform says today', () => {
    const { status } = spawnSync('terraform', ['version']);
    requireTool('terraform', status === 0, 'making a plan of the corpus');
    if (status !== 0) return;
    const folder = mkdtempSync(path.join(tmpdir(), 'slipway-corpus-test-'));
    try {
      const made = spawnSync(
        process.execPath,
        [script, '--out', folder, 'builtin'],
        { encoding: 'utf8' },
      );
      expect(made).toMatchObject({ status: 0, stderr: '' });
      expect(read(path.join(folder, 'builtin.json'))).toEqual(read(committed));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
