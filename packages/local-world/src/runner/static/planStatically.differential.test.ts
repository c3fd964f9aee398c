import path from 'node:path';
import { demoEnvironments } from '../../demo/environments';
import { collectSeed } from '../../git/seed/collectSeed';
import { findRoots } from '../plan/TerraformRoot';
import { findTerraform } from '../terraform/findTerraform';
import { TerraformPlanner } from '../terraform/TerraformPlanner';
import { StaticPlanner } from './StaticPlanner';

jest.setTimeout(300_000);

const sourceDir = path.resolve(__dirname, '../../../../..');

describe('the static planner and Terraform', () => {
  it('plan the same for the roots of the demo', async () => {
    const found = await findTerraform();
    if (!found) {
      process.stderr.write(
        'SKIPPED: no terraform with a mirror of the AWS provider (TF_PLUGIN_DIR), so nothing to compare with\n',
      );
      return;
    }
    const real = new TerraformPlanner(found);
    const own = new StaticPlanner();
    const files = await collectSeed(sourceDir);
    const { signal } = new AbortController();
    // Both environments are made of the same modules; each root of one is enough.
    const roots = findRoots(files.keys(), demoEnvironments).filter(
      ({ environment }) => environment.name === 'prod',
    );
    expect(roots.length).toBeGreaterThanOrEqual(3);
    for (const root of roots) {
      const expected = await real.plan(files, root.path, signal);
      const planned = await own.plan(files, root.path);
      expect(expected.length).toBeGreaterThan(0);
      expect(planned.map(comparable)).toEqual(expected.map(comparable));
    }
    const names = [...files.keys()].filter(name => name.endsWith('.tf'));
    await expect(own.unformatted(files, names)).resolves.toEqual([]);
    await expect(
      real.unformatted(files, names.slice(0, 3), signal),
    ).resolves.toEqual([]);
    const [{ path: root }] = roots;
    await expect(real.validate(files, root, signal)).resolves.toEqual([]);
    const broken = new Map(files);
    broken.set(`${root}/x.tf`, Buffer.from('locals {\n  a = var.none\n}\n'));
    await expect(real.validate(broken, root, signal)).resolves.toMatchObject([
      { file: `${root}/x.tf`, line: 2 },
    ]);
    await expect(real.plan(broken, root, signal)).rejects.toThrow('undeclared');
  });
});

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
