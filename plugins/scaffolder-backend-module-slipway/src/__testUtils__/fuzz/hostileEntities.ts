import { Entity } from '@backstage/catalog-model';

/** Names that catalogs have, of groups and systems: some that the catalog takes, and some that only others would. */
const names = [
  'A',
  '0',
  'Team.One_two-3',
  'x'.repeat(63),
  `a${'.b-_'.repeat(15)}c`,
  'null',
  'true',
  '1e3',
  '0x1F',
  '2026-11-20',
  'constructor',
  '__proto__',
  '-',
  '--help',
  '${evil}',
  '%{if}',
  'a"b',
  "a'b",
  'a: b',
  'a#b',
  '{{x}}',
  'a\nb',
  'Ärger',
  'kube-system',
];

const namespaces = ['default', 'other', 'Other.name_1', '9'];

const refsOf = (kind: string) =>
  names.map(
    (name, index) => `${kind}:${namespaces[index % namespaces.length]}/${name}`,
  );

/** Entity refs as a form says them. */
export const hostileOwners: readonly string[] = [
  ...refsOf('group'),
  'user:default/mock',
  'GROUP:Default/Orders',
  'orders',
];
export const hostileSystems: readonly string[] = [
  ...refsOf('system'),
  'order-system',
];

/** Those that the refs above are about: that something exists makes its name no better. */
export function hostileEntities(): Entity[] {
  const entitiesOf = (kind: string) =>
    names.map(
      (name, index): Entity => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { name, namespace: namespaces[index % namespaces.length] },
      }),
    );
  return [...entitiesOf('Group'), ...entitiesOf('System')];
}
