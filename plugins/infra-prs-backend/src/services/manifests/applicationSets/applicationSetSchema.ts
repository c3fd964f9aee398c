import { z } from 'zod';

const text = z.record(z.string(), z.string());

/** Generators of ApplicationSets that are read; of others only the name counts. */
export const generatorSchema = z.looseObject({
  list: z
    .looseObject({ elements: z.array(z.record(z.string(), z.unknown())) })
    .optional(),
  git: z
    .looseObject({
      repoURL: z.string(),
      revision: z.string().optional(),
      directories: z
        .array(z.object({ path: z.string(), exclude: z.boolean().optional() }))
        .optional(),
      files: z
        .array(z.object({ path: z.string(), exclude: z.boolean().optional() }))
        .optional(),
      values: text.optional(),
    })
    .optional(),
  matrix: z
    .looseObject({ generators: z.array(z.looseObject({})).length(2) })
    .optional(),
});

/** https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/ */
export const applicationSetSchema = z.looseObject({
  apiVersion: z.string().regex(/^argoproj\.io\//),
  kind: z.literal('ApplicationSet'),
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
  }),
  spec: z.looseObject({
    goTemplate: z.boolean().optional(),
    generators: z.array(z.looseObject({})),
    templatePatch: z.string().optional(),
    syncPolicy: z
      .looseObject({
        preserveResourcesOnDeletion: z.boolean().optional(),
        applicationsSync: z.string().optional(),
      })
      .optional(),
    template: z.looseObject({
      metadata: z.looseObject({
        finalizers: z.array(z.string()).optional(),
      }),
      spec: z.json(),
    }),
  }),
});

export type ApplicationSet = z.infer<typeof applicationSetSchema>;
export type GitGenerator = NonNullable<z.infer<typeof generatorSchema>['git']>;
