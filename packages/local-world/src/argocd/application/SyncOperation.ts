import { Millis } from '../../world/types';
import { Cluster, referenceOf } from '../../kubernetes/Cluster';
import {
  groupOf,
  KubernetesObject,
  versionOf,
} from '../../kubernetes/KubernetesObject';
import { Initiator, ResourceResult } from './ApplicationStatus';
import { ComparedResource } from './compareResources';
import { hookTypeOf, waveOf } from './syncAnnotations';

/** What a sync was asked to do. */
export interface SyncRequest {
  readonly revision: string;
  /** Hooks among them run once at each sync of all resources. */
  readonly objects: readonly KubernetesObject[];
  readonly prune: boolean;
  readonly dryRun: boolean;
  readonly initiatedBy: Initiator;
  /** Only these resources; all when left out. */
  readonly only?: ReadonlyArray<{
    readonly group: string;
    readonly kind: string;
    readonly name: string;
    readonly namespace?: string;
  }>;
}

/** Kinds go in waves, as gitops-engine orders them: what others need comes first. */
const KIND_ORDER = [
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'ConfigMap',
  'Role',
  'RoleBinding',
  'Service',
  'Deployment',
];

/** Applies the objects of a sync to a cluster; a failure of one does not keep the others back. */
export function applySync(
  request: SyncRequest,
  surplus: readonly ComparedResource[],
  cluster: Cluster,
): readonly ResourceResult[] {
  const rank = (object: KubernetesObject) => {
    const index = KIND_ORDER.indexOf(object.kind);
    return index < 0 ? KIND_ORDER.length : index;
  };
  const applied = request.objects
    .filter(object => !hookTypeOf(object))
    .filter(object => isSelected(request, referenceOf(object)))
    .sort((a, b) => waveOf(a) - waveOf(b) || rank(a) - rank(b))
    .map(object => applyObject(object, request.dryRun, cluster));
  const pruned = surplus
    .filter(({ reference }) => isSelected(request, reference))
    .map(resource => pruneResource(resource, request, cluster));
  const hooks = request.only ? [] : request.objects.filter(hookTypeOf);
  return [
    ...hooks.filter(hook => hookTypeOf(hook) === 'PreSync').map(runHook),
    ...applied,
    ...pruned,
    ...hooks.filter(hook => hookTypeOf(hook) !== 'PreSync').map(runHook),
  ];
}

/** Hooks of the simulated world succeed at once and leave nothing behind. */
function runHook(hook: KubernetesObject): ResourceResult {
  const hookType = hookTypeOf(hook) ?? 'Sync';
  return {
    group: groupOf(hook),
    version: versionOf(hook),
    kind: hook.kind,
    namespace: hook.metadata.namespace ?? '',
    name: hook.metadata.name,
    status: 'Synced',
    message: `${hook.metadata.name} created`,
    hookPhase: 'Succeeded',
    syncPhase: hookType,
    hookType,
  };
}

function isSelected(
  { only }: SyncRequest,
  reference: ComparedResource['reference'],
): boolean {
  return (
    only === undefined ||
    only.some(
      each =>
        each.group === reference.group &&
        each.kind === reference.kind &&
        each.name === reference.name &&
        (each.namespace ?? reference.namespace) === reference.namespace,
    )
  );
}

function applyObject(
  object: KubernetesObject,
  dryRun: boolean,
  cluster: Cluster,
): ResourceResult {
  const reference = referenceOf(object);
  const base = {
    group: groupOf(object),
    version: versionOf(object),
    kind: object.kind,
    namespace: object.metadata.namespace ?? '',
    name: object.metadata.name,
    syncPhase: 'Sync',
  } as const;
  const label = `${object.kind.toLowerCase()}/${object.metadata.name}`;
  try {
    const existing = cluster.manifest(reference);
    const unchanged = JSON.stringify(existing) === JSON.stringify(object);
    if (!dryRun && !unchanged) cluster.apply(object);
    const changed = unchanged ? 'unchanged' : 'configured';
    const message = `${label} ${existing ? changed : 'created'}`;
    return {
      ...base,
      status: 'Synced',
      message: dryRun ? `${message} (dry run)` : message,
      hookPhase: 'Running',
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ...base, status: 'SyncFailed', message, hookPhase: 'Failed' };
  }
}

function pruneResource(
  { reference, status }: ComparedResource,
  { prune, dryRun }: SyncRequest,
  cluster: Cluster,
): ResourceResult {
  if (prune && !dryRun) cluster.remove(reference);
  return {
    group: reference.group,
    version: status.version,
    kind: reference.kind,
    namespace: reference.namespace ?? '',
    name: reference.name,
    status: prune ? 'Pruned' : 'PruneSkipped',
    message: prune ? 'pruned' : 'ignored (requires pruning)',
    hookPhase: 'Succeeded',
    syncPhase: 'Sync',
  };
}

/** Time line of an operation after its start. */
export const APPLY_AFTER_MS: Millis = 1_000;
export const FINISH_AFTER_MS: Millis = 2_500;
