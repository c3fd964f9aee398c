import { parseEntityRef } from '@backstage/catalog-model';
import { belongsToService, SlipwayEnvironment } from '@slipway/platform-common';
import { ChangedFile, ChangePlan } from '@slipway/plugin-infra-prs-common';
import { touchedEnvironments } from '../services/touchedEnvironments';

/** What of a change is about one entity in one environment. */
export interface FollowedPart {
  readonly entityRef: string;
  readonly environment: SlipwayEnvironment;
  /** Manifests changed that Argo CD syncs there. */
  readonly gitops: boolean;
  /** Whether Terraform rolls an ECS service; undefined when no plan tells. */
  readonly ecs?: boolean;
}

/** More services than this are not followed one by one. */
const MOST_ENTITIES = 10;
const SERVICE = [
  /\/services\/([a-z0-9][\w.-]{0,62})\//,
  /^gitops\/apps\/([a-z0-9][\w.-]{0,62})\//,
  /^gitops\/argocd\/[^/]+\/([a-z0-9][\w.-]{0,62})\.ya?ml$/,
];
const ROLLS_ECS = ['aws_ecs_service', 'aws_ecs_task_definition'];

/** The entities a change is about: the one it says, and the services whose files it touches. Pure. */
export function followedEntities(
  entityRef: string | undefined,
  files: readonly ChangedFile[],
): string[] {
  const services = files.flatMap(({ path }) =>
    SERVICE.flatMap(pattern => pattern.exec(path)?.[1] ?? []),
  );
  const refs = services.map(name => `component:default/${name}`);
  const known = entityRef ? [entityRef] : [];
  return [...new Set([...known, ...refs])].slice(0, MOST_ENTITIES);
}

function plannedEcs(
  plan: ChangePlan | undefined,
  { name }: SlipwayEnvironment,
  isOwn: (path: string) => boolean,
): boolean | undefined {
  const roots = plan?.roots.filter(
    root => root.environment === name && isOwn(`${root.path}/`),
  );
  if (!roots || roots.some(root => root.omitted)) return undefined;
  return roots.some(({ changes }) =>
    changes.some(
      ({ type, action }) =>
        ROLLS_ECS.includes(type) && action !== 'no-op' && action !== 'read',
    ),
  );
}

/** What has to be looked at to know whether a change runs. Pure. */
export function followedParts(
  entityRef: string | undefined,
  files: readonly ChangedFile[],
  plan: ChangePlan | undefined,
  environments: readonly SlipwayEnvironment[],
): FollowedPart[] {
  return followedEntities(entityRef, files).flatMap(ref => {
    const { name } = parseEntityRef(ref);
    const own = files.filter(
      ({ path, previousPath }) =>
        belongsToService(path, name) ||
        belongsToService(previousPath ?? path, name),
    );
    // What a form says it is about need not be a service with files of its own.
    const about = own.length > 0 ? own : files;
    const isOwn = (path: string) =>
      own.length === 0 || belongsToService(path, name);
    const gitops = touchedEnvironments(
      about.filter(({ path }) => path.startsWith('gitops/')),
      environments,
    );
    return touchedEnvironments(about, environments).map(environment => ({
      entityRef: ref,
      environment,
      gitops: gitops.includes(environment),
      ecs: plannedEcs(plan, environment, isOwn),
    }));
  });
}
