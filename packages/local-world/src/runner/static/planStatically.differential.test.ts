import path from 'node:path';
import { demoEnvironments } from '../../demo/environments';
import { collectSeed } from '../../git/seed/collectSeed';
import { requireTool } from '../../testing/requireTool';
import { findRoots } from '../plan/TerraformRoot';
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
      expect(expected.length).toBeGreaterThan(0);
      expect(planned(await own.examine(files, root.path))).toEqual(expected);
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
  return found.planned.map(comparable);
}

/** JSON in strings is compared by what it says. */
function comparable(resource: {
  address: string;
  type: string;
  values: Readonly<Record<string, unknown>>;
  unknown: readonly string[];
}) {
  const values = Object.fromEntries(
    Object.entries(resource.values)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, value]) => [
        key,
        typeof value === 'string' && /^[[{]/.test(value)
          ? JSON.parse(value)
          : value,
      ]),
  );
  const { address, type, unknown } = resource;
  return { address, type, values, unknown: [...unknown].sort() };
}
