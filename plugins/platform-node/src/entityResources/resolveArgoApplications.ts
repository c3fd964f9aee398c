import {
  annotations,
  parseListAnnotation,
  SlipwayEnvironment,
} from '@slipway/platform-common';
import { Entity } from '@backstage/catalog-model';
import { Environments } from '../environments/types';
import { ArgoResource, Resolved, ResourceProblem } from './types';

const BOTH_GIVEN: ResourceProblem = {
  annotation: annotations.argoAppSelector,
  message: `Both ${annotations.argoAppName} and ${annotations.argoAppSelector} are set; the name is used`,
  fix: 'Remove one of the two annotations',
};

/** Application names times instances; a name goes before a selector. */
export function resolveArgoApplications(
  entity: Entity,
  environments: Environments,
): Resolved<ArgoResource> {
  const read = (name: string) =>
    entity.metadata.annotations?.[name]?.trim() || undefined;
  const names = parseListAnnotation(read(annotations.argoAppName));
  const selector = read(annotations.argoAppSelector);
  if (names.length === 0 && !selector) {
    return { resources: [], problems: [] };
  }
  const { chosen, problems } = chooseEnvironments(
    parseListAnnotation(read(annotations.argoInstanceName)),
    environments.list(),
  );
  const common = {
    appNamespace: read(annotations.argoAppNamespace),
    project: read(annotations.argoProjectName),
  };
  const apps =
    names.length > 0 ? names.map(appName => ({ appName })) : [{ selector }];
  return {
    resources: chosen.flatMap(environment =>
      apps.map(app => ({
        environment,
        instance: environment.argocd?.instance ?? '',
        ...app,
        ...common,
      })),
    ),
    problems:
      names.length > 0 && selector ? [...problems, BOTH_GIVEN] : problems,
  };
}

function chooseEnvironments(
  instances: readonly string[],
  all: readonly SlipwayEnvironment[],
): { chosen: SlipwayEnvironment[]; problems: ResourceProblem[] } {
  const withArgo = all.filter(environment => environment.argocd);
  if (instances.length === 0) {
    return { chosen: withArgo, problems: [] };
  }
  const known = new Set(withArgo.map(env => env.argocd?.instance));
  return {
    chosen: withArgo.filter(env =>
      instances.includes(env.argocd?.instance ?? ''),
    ),
    problems: instances
      .filter(instance => !known.has(instance))
      .map(instance => ({
        annotation: annotations.argoInstanceName,
        message: `No environment has the Argo CD instance '${instance.slice(
          0,
          80,
        )}'`,
        fix: `Use one of ${
          [...known].join(', ') || '(none configured)'
        }, or add it to slipway.environments in app-config`,
      })),
  };
}
