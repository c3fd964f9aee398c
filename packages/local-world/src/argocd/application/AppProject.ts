import { z } from 'zod';
import { ApplicationManifest } from './ApplicationManifest';

const pattern = z.string().min(1);

export const appProjectSchema = z.looseObject({
  apiVersion: z.literal('argoproj.io/v1alpha1'),
  kind: z.literal('AppProject'),
  metadata: z.looseObject({ name: z.string().min(1) }),
  spec: z.looseObject({
    sourceRepos: z.array(pattern).default([]),
    destinations: z
      .array(
        z.looseObject({
          server: pattern.optional(),
          name: pattern.optional(),
          namespace: pattern.default('*'),
        }),
      )
      .default([]),
  }),
});

/** An Argo CD project: where its applications may come from and go to. */
export type AppProject = Readonly<z.infer<typeof appProjectSchema>>;

/** The project that Argo CD is installed with: it allows everything. */
export const DEFAULT_PROJECT: AppProject = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: { name: 'default' },
  spec: {
    sourceRepos: ['*'],
    destinations: [{ server: '*', namespace: '*' }],
  },
};

/** What keeps an application out of its project, in Argo CD's words (`util/argo/argo.go`); undefined when nothing does. */
export function projectProblem(
  { spec }: ApplicationManifest,
  projects: ReadonlyMap<string, AppProject>,
): string | undefined {
  const project = projects.get(spec.project);
  if (!project) {
    return `Application referencing project ${spec.project} which does not exist`;
  }
  const { repoURL } = spec.source;
  if (!project.spec.sourceRepos.some(repo => globMatches(repo, repoURL))) {
    return `application repo ${repoURL} is not permitted in project '${spec.project}'`;
  }
  const { server = '', name = '', namespace } = spec.destination;
  const permitted = project.spec.destinations.some(
    allowed =>
      globMatches(allowed.namespace, namespace) &&
      ((allowed.server !== undefined && globMatches(allowed.server, server)) ||
        (allowed.name !== undefined && globMatches(allowed.name, name))),
  );
  return permitted
    ? undefined
    : `application destination server '${
        server || name
      }' and namespace '${namespace}' do not match any of the allowed destinations in project '${
        spec.project
      }'`;
}

function globMatches(glob: string, text: string): boolean {
  const source = glob
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(text);
}
