import { Finding } from '../Finding';
import {
  ClusterObject,
  clusterObjectSchema,
  secretOf,
  selectorOf,
} from './ClusterObject';
import { kubernetesFinding } from './kubernetesFinding';

const SELECTING = ['Service', 'PodDisruptionBudget', 'Rollout', 'Deployment'];
const SCALERS = ['HorizontalPodAutoscaler', 'ScaledObject'];

/**
 * Checks that the objects of one build fit together: what they name is there, what they select exists, and nothing is
 * scaled twice.
 */
export function checkObjectSet(
  file: string,
  objects: readonly unknown[],
): Finding[] {
  // What has not even the shape is the business of the check of schemas.
  const parsed = objects.flatMap(object => {
    const result = clusterObjectSchema.safeParse(object);
    return result.success ? [result.data] : [];
  });
  return [
    ...parsed.flatMap(object => missing(object, parsed)),
    ...parsed.flatMap(object => selectsNothing(object, parsed)),
    ...scaledTwice(parsed),
  ].map(message =>
    kubernetesFinding('kubernetes-reference', { file }, message),
  );
}

function missing(
  object: ClusterObject,
  objects: readonly ClusterObject[],
): string[] {
  return references(object)
    .filter(({ kind, name }) => !has(objects, kind, name))
    .map(
      ({ kind, name }) => `${label(object)} names the ${kind} ${name}: missing`,
    );
}

/** Whether the set holds it; a Secret is held by what makes it. */
function has(
  objects: readonly ClusterObject[],
  kind: string,
  name: string,
): boolean {
  return objects.some(object =>
    kind === 'Secret'
      ? object.kind === 'ExternalSecret' && secretOf(object) === name
      : object.kind === kind && object.metadata.name === name,
  );
}

function references({
  spec,
}: ClusterObject): ReadonlyArray<{ kind: string; name: string }> {
  const pod = spec?.template?.spec;
  const account = pod?.serviceAccountName;
  const of = (kind: string, name: string | undefined) =>
    name === undefined ? [] : [{ kind, name }];
  return [
    ...of('ServiceAccount', account),
    ...(spec?.scaleTargetRef ? [spec.scaleTargetRef] : []),
    ...(spec?.workloadRef ? [spec.workloadRef] : []),
    ...(spec?.triggers ?? []).flatMap(({ authenticationRef }) =>
      of('TriggerAuthentication', authenticationRef?.name),
    ),
    ...(pod?.containers ?? [])
      .flatMap(({ envFrom }) => envFrom)
      .flatMap(({ secretRef }) => of('Secret', secretRef?.name)),
    ...(spec?.rules ?? [])
      .flatMap(({ http }) => http.paths)
      .flatMap(({ backend }) => of('Service', backend.service.name)),
  ];
}

function selectsNothing(
  object: ClusterObject,
  objects: readonly ClusterObject[],
): string[] {
  if (!SELECTING.includes(object.kind)) return [];
  const wanted = Object.entries(selectorOf(object));
  const selected = objects.filter(({ spec }) => {
    const labels = spec?.template?.metadata?.labels;
    return labels && wanted.every(([key, value]) => labels[key] === value);
  });
  if (selected.length === 0) return [`${label(object)} selects no pods`];
  // A pod of a Job that gets requests, or counts as a replica, is none that was meant.
  return selected
    .filter(({ kind }) => kind === 'Job')
    .map(job => `${label(object)} selects the pods of ${label(job)} as well`);
}

function scaledTwice(objects: readonly ClusterObject[]): string[] {
  const targets = objects
    .filter(({ kind }) => SCALERS.includes(kind))
    .map(({ spec }) => spec?.scaleTargetRef?.name ?? '');
  return targets
    .filter((name, index) => targets.indexOf(name) < index)
    .map(name => `${name} is scaled twice; keep one autoscaler`);
}

function label({ kind, metadata }: ClusterObject): string {
  return `${kind} ${metadata.name}`;
}
