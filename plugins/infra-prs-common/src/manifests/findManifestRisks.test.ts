import {
  container,
  deployment,
  object,
  Values,
} from './__testUtils__/manifests';
import { ARGO_CASES } from './__testUtils__/argoCases';
import { CLUSTER_CASES } from './__testUtils__/clusterCases';
import { WORKLOAD_CASES } from './__testUtils__/workloadCases';
import { diffNodes } from './diffNodes';
import { findManifestRisks } from './findManifestRisks';
import { manifestRules } from './manifestRules';
import { readManifest } from './readManifest';
import { toFields } from './toFields';

function compare(before: Values | undefined, after: Values | undefined) {
  const pair = {
    ...(before && { before: readManifest(before) }),
    ...(after && { after: readManifest(after) }),
  };
  const nodes = diffNodes(pair.before?.values, pair.after?.values);
  return { risks: findManifestRisks(pair, nodes), ...toFields(nodes) };
}

const found = (before: Values | undefined, after: Values | undefined) =>
  compare(before, after).risks.map(
    ({ severity, rule, message }) => `${severity} | ${rule} | ${message}`,
  );

describe('risks of rendered manifests', () => {
  it('says nothing where nothing changes, and nothing bad of what is new and sound', () => {
    expect(found(deployment(), deployment())).toEqual([]);
    expect(found(undefined, deployment())).toEqual([]);
  });

  it.each([...WORKLOAD_CASES, ...CLUSTER_CASES, ...ARGO_CASES])(
    'are found: %s',
    (_, before, after, risks) => {
      expect(found(before, after)).toEqual(risks);
    },
  );

  it('names fields by the items that they are in, and no secrets', () => {
    const after = deployment({
      image: 'registry.test/app:2',
      env: [...container.env.slice(0, 1), { name: 'DB_PASSWORD', value: 'x' }],
    });
    const { fields, risks } = compare(deployment(), after);
    const containers = 'spec.template.spec.containers[app]';
    expect(fields).toEqual([
      {
        path: `${containers}.image`,
        before: 'registry.test/app:1',
        after: 'registry.test/app:2',
      },
      { path: `${containers}.env[DB_PASSWORD].value`, sensitive: true },
    ]);
    expect(risks.map(({ message }) => message)).toContain(
      'The variable DB_PASSWORD: (hidden) → (hidden)',
    );
    const secret = (value: string) =>
      object('v1', 'Secret', { data: { a: value }, stringData: { b: value } });
    const told = JSON.stringify(compare(secret('aaaa'), secret('bbbb')));
    expect(told).not.toMatch(/aaaa|bbbb/);
    expect(told).toContain('data.a');
  });

  it('matches list items by name wherever they stand, and says one thing once', () => {
    const vars = (from: number) =>
      Array.from({ length: 60 }, (_, n) => ({
        name: `V${n}`,
        value: String(n + from),
      }));
    const swapped = [...vars(0)].reverse();
    expect(
      compare(deployment({ env: vars(0) }), deployment({ env: swapped })),
    ).toEqual({ risks: [], fields: [] });
    const [only, ...others] = found(
      deployment({ env: vars(0) }),
      deployment({ env: vars(1) }),
    );
    expect(only).toContain('The variable V0: 0 → 1, and 59 more like it');
    expect(others).toEqual([]);
  });

  it('cannot be misled by names that objects have', () => {
    const hostile: Values = JSON.parse(
      '{"apiVersion":"v1","kind":"constructor","metadata":{"name":"__proto__"},"__proto__":{"polluted":1},"a":[{"name":"__proto__","v":1}]}',
    );
    const { fields } = compare(object('v1', 'constructor'), hostile);
    expect(fields.map(({ path }) => path)).toContain('a[__proto__].v');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('has rules that each say what and why', () => {
    expect(manifestRules.length).toBeGreaterThan(70);
    for (const { message, why } of manifestRules) {
      expect(message.endsWith('.')).toBe(false);
      expect(why).toMatch(/\.$/);
    }
  });
});
