import { z } from 'zod';
import { parseLabelSelector } from '../../kubernetes/labelSelector';
import { ManagedApplication } from '../application/ManagedApplication';
import { ArgoApiError } from '../ArgoApiError';
import { ArgoInstance } from '../ArgoInstance';

const texts = z
  .union([z.string(), z.array(z.string())])
  .transform(value => [value].flat())
  .default([]);

const querySchema = z.looseObject({
  name: z.string().optional(),
  selector: z.string().default(''),
  projects: texts,
  project: texts,
  repo: z.string().optional(),
  appNamespace: z.string().optional(),
  fields: z.string().default(''),
  refresh: z.enum(['normal', 'hard', 'true', '']).optional(),
});

export type ApplicationQuery = z.infer<typeof querySchema>;

/** @throws ArgoApiError InvalidArgument naming the parameter. */
export function parseApplicationQuery(query: unknown): ApplicationQuery {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw ArgoApiError.invalidArgument(`${path.join('.')}: ${message}`);
  }
  return parsed.data;
}

/** Applications that fit all given filters, by name. */
export function findApplications(
  instance: ArgoInstance,
  query: ApplicationQuery,
): readonly ManagedApplication[] {
  const matches = parseSelector(query.selector);
  const projects = [...query.projects, ...query.project];
  return [...instance.applications.values()]
    .filter(
      ({ name, manifest: { metadata, spec } }) =>
        (!query.name || query.name === name) &&
        (!query.repo || query.repo === spec.source.repoURL) &&
        (!query.appNamespace || query.appNamespace === metadata.namespace) &&
        (projects.length === 0 || projects.includes(spec.project)) &&
        matches(metadata.labels ?? {}),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
}

function parseSelector(text: string) {
  try {
    return parseLabelSelector(text);
  } catch (error) {
    throw ArgoApiError.invalidArgument(
      `error parsing the selector: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}

/**
 * One application by name.
 *
 * @throws ArgoApiError PermissionDenied for a name that does not exist, unless the caller names a
 * project: only then may it learn that there is none.
 */
export function getApplication(
  instance: ArgoInstance,
  name: string,
  query: Pick<ApplicationQuery, 'project' | 'appNamespace'>,
): ManagedApplication {
  const application = instance.applications.get(name);
  const [project] = query.project;
  const namespace = query.appNamespace ?? 'argocd';
  if (!application || application.manifest.metadata.namespace !== namespace) {
    throw project
      ? ArgoApiError.notFound(name)
      : ArgoApiError.permissionDenied();
  }
  if (project && application.manifest.spec.project !== project) {
    throw ArgoApiError.permissionDenied();
  }
  return application;
}
