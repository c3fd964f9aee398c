import { Entity } from '@backstage/catalog-model';
import { MemoryTree } from './MemoryTree';

/** A service that the catalog knows, as paths of the second day ask for it. */
export function componentEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: { owner: 'group:default/orders', system: 'order-system' },
  };
}

/** A queue that the catalog knows, named with its environment. */
export function queueEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name, namespace: 'default' },
  };
}

/** As a merge of the infrastructure pull request of a preview. */
export function mergeFiles(
  tree: MemoryTree,
  files: ReadonlyMap<string, string>,
): void {
  for (const [file, content] of files) {
    const [repository, ...path] = file.split('/');
    if (repository === 'infrastructure')
      tree.files.set(path.join('/'), content);
  }
}
