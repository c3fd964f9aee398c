import { parseEntityRef } from '@backstage/catalog-model';

/** A name of an entity for people: its namespace only where that is not the default one. @public */
export function refName(ref: string): string {
  try {
    const { namespace, name } = parseEntityRef(ref, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    return ref;
  }
}
