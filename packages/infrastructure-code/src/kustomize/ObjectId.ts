import { isClusterKind } from './clusterKinds';
import { JsonObject, objectAt } from './JsonValue';

/** What an object is known by, as Kustomize compares it. */
export interface ObjectId {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  /** Empty where none is named, which counts as `default`. */
  readonly namespace: string;
}

export function idOf(value: JsonObject): ObjectId {
  const { group, version } = groupVersionOf(value.apiVersion);
  const metadata = objectAt(value, 'metadata');
  return {
    group,
    version,
    kind: textOf(value.kind),
    name: textOf(metadata?.name),
    namespace: textOf(metadata?.namespace),
  };
}

/** Parts of an `apiVersion`; the core group has no name. */
export function groupVersionOf(apiVersion: unknown): {
  readonly group: string;
  readonly version: string;
} {
  const parts = textOf(apiVersion).split('/');
  return {
    group: parts.length > 1 ? parts[0] : '',
    version: parts.at(-1) ?? '',
  };
}

/** What belongs to no namespace is the same whatever namespace somebody wrote. */
export function isSameId(a: ObjectId, b: ObjectId): boolean {
  return (
    a.group === b.group &&
    a.version === b.version &&
    a.kind === b.kind &&
    a.name === b.name &&
    effectiveNamespace(a) === effectiveNamespace(b)
  );
}

export function effectiveNamespace(id: ObjectId): string {
  return isClusterKind(id.group, id.kind)
    ? '(cluster)'
    : id.namespace || 'default';
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}
