import { parseEntityRef } from '@backstage/catalog-model';

/** The shortest text that still names the entity in a tag. */
export function shortRef(ref: string, defaultKind: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return kind === defaultKind && namespace === 'default' ? name : ref;
}

/** A catalog name as a DNS label, which is what Kubernetes takes for a namespace. */
export function kubernetesName(name: string): string {
  return name
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63);
}
