import { z } from 'zod';
import { ManifestError } from '@slipway/infrastructure-code';
import { parseYaml } from '../render/parseManifests';
import { AppProject, appProjectSchema } from './AppProject';

const labels = z.record(z.string(), z.string());

const applicationSchema = z.looseObject({
  apiVersion: z.literal('argoproj.io/v1alpha1'),
  kind: z.literal('Application'),
  metadata: z.looseObject({
    name: z.string().regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/),
    namespace: z.string().default('argocd'),
    labels: labels.optional(),
    annotations: labels.optional(),
  }),
  spec: z.looseObject({
    project: z.string().default('default'),
    source: z.looseObject({
      repoURL: z.string(),
      path: z.string().min(1),
      targetRevision: z.string().default('HEAD'),
    }),
    destination: z.looseObject({
      server: z.string().optional(),
      name: z.string().optional(),
      namespace: z.string().default('default'),
    }),
    syncPolicy: z
      .looseObject({
        automated: z
          .looseObject({
            prune: z.boolean().default(false),
            selfHeal: z.boolean().default(false),
            enabled: z.boolean().default(true),
          })
          .optional(),
      })
      .optional(),
    ignoreDifferences: z
      .array(
        z.looseObject({
          group: z.string().default(''),
          kind: z.string(),
          name: z.string().optional(),
          jsonPointers: z.array(z.string()).default([]),
        }),
      )
      .default([]),
  }),
});

/** An Argo CD Application as it stands in Git. */
export type ApplicationManifest = Readonly<z.infer<typeof applicationSchema>>;

/** What a file of `gitops/argocd` declares. */
export interface ArgoDeclarations {
  readonly applications: readonly ApplicationManifest[];
  readonly projects: readonly AppProject[];
}

/** @throws ManifestError naming the file and what is wrong; other kinds than Application and AppProject are refused. */
export function parseDeclarations(
  text: string,
  file: string,
): ArgoDeclarations {
  const applications: ApplicationManifest[] = [];
  const projects: AppProject[] = [];
  const checked = <T>(schema: z.ZodType<T>, document: unknown): T => {
    const parsed = schema.safeParse(document);
    if (parsed.success) return parsed.data;
    const [{ path, message }] = parsed.error.issues;
    throw new ManifestError(`${file}: ${path.join('.')}: ${message}`);
  };
  for (const document of parseYaml(text, file)) {
    if (kindOf(document) === 'AppProject') {
      projects.push(checked(appProjectSchema, document));
    } else {
      applications.push(checked(applicationSchema, document));
    }
  }
  return { applications, projects };
}

function kindOf(document: unknown): unknown {
  return z.object({ kind: z.unknown() }).safeParse(document).data?.kind;
}
