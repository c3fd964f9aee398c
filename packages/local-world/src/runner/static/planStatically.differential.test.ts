import path from 'node:path';
import { demoEnvironments } from '../../demo/environments';
import { collectSeed } from '../../git/seed/collectSeed';
import { requireTool } from '../../testing/requireTool';
import { findRoots } from '../plan/TerraformRoot';
import { PlannedResource } from '../plan/PlannedResource';
import { Examination } from '../Planner';
import { findTerraform } from '../terraform/findTerraform';
import { TerraformPlanner } from '../terraform/TerraformPlanner';
import { StaticPlanner } from './StaticPlanner';

jest.setTimeout(300_000);

const sourceDir = path.resolve(__dirname, '../../../../..');

describe('the static planner and Terraform', () => {
  it('plan the same for the roots of the demo', async () => {
    const found = await findTerraform();
    requireTool(
      'terraform with a mirror of the AWS provider (TF_PLUGIN_DIR)',
      found !== undefined,
      'comparing the planners',
    );
    if (!found) return;
    const real = new TerraformPlanner(found);
    const own = new StaticPlanner();
    const files = await collectSeed(sourceDir);
    const { signal } = new AbortController();
    // All others are made of the same modules in the same ways.
    const roots = findRoots(files.keys(), demoEnvironments).filter(
      ({ path: at }) => /prod\/services\/(go-worker|spring-api)$/.test(at),
    );
    expect(roots).toHaveLength(2);
    for (const root of roots) {
      const expected = planned(await real.examine(files, root.path, signal));
      const evaluated = planned(await own.examine(files, root.path));
      expect(expected.length).toBeGreaterThan(10);
      expect(evaluated.map(({ address }) => address)).toEqual(
        expected.map(({ address }) => address),
      );
      expect(
        evaluated.flatMap((it, at) => differences(it, expected[at])),
      ).toEqual([]);
    }
    const names = [...files.keys()].filter(name => name.endsWith('.tf'));
    await expect(own.unformatted(files, names)).resolves.toEqual([]);
    await expect(
      real.unformatted(files, names.slice(0, 3), signal),
    ).resolves.toEqual([]);
    const [{ path: root }] = roots;
    const broken = new Map(files);
    broken.set(`${root}/x.tf`, Buffer.from('locals {\n  a = var.none\n}\n'));
    await expect(real.examine(broken, root, signal)).resolves.toMatchObject({
      problems: [{ file: `${root}/x.tf`, line: 2 }],
    });
  });
});

function planned(found: Examination) {
  if ('problems' in found) throw new Error(JSON.stringify(found.problems));
  return found.planned;
}

/** Values that both know and tell differently. */
function differences(own: PlannedResource, real: PlannedResource): string[] {
  return Object.keys(own.values)
    .filter(key => key in real.values)
    .filter(key => !agrees(own.values[key], real.values[key]))
    .map(
      key =>
        `${own.address}.${key}: ${JSON.stringify(
          own.values[key],
        )} is not ${JSON.stringify(real.values[key])}`,
    );
}

/** Whether a value is told as it was written: a provider converts, sorts sets and fills in what was left out. */
function agrees(own: unknown, real: unknown): boolean {
  if (own === null || own === undefined) return true;
  if (Array.isArray(own) && Array.isArray(real)) {
    return (
      own.length === real.length &&
      own.every(item => real.some(other => agrees(item, other)))
    );
  }
  if (typeof own === 'object' && typeof real === 'object' && real !== null) {
    const there = new Map<string, unknown>(Object.entries(real));
    return Object.entries(own).every(
      ([key, value]) => !there.has(key) || agrees(value, there.get(key)),
    );
  }
  const json = (value: unknown) =>
    typeof value === 'string' && /^[[{]/.test(value)
      ? JSON.parse(value)
      : undefined;
  const written: unknown = json(own);
  return written === undefined
    ? String(own) === String(real)
    : agrees(written, json(real));
}
