import { z } from 'zod';

const labels = z.record(z.string(), z.string()).default({});
const named = z.looseObject({ name: z.string() });

/** The parts of an object by which objects find one another. Other kinds have none of them. */
export const clusterObjectSchema = z.looseObject({
  kind: z.string(),
  metadata: named,
  spec: z
    .looseObject({
      selector: z.unknown().optional(),
      scaleTargetRef: z
        .looseObject({
          kind: z.string().default('Deployment'),
          name: z.string(),
        })
        .optional(),
      workloadRef: z
        .looseObject({ kind: z.string(), name: z.string() })
        .optional(),
      triggers: z
        .array(z.looseObject({ authenticationRef: named.optional() }))
        .default([]),
      ports: z
        .array(z.looseObject({ name: z.string().optional() }))
        .default([]),
      target: z.unknown().optional(),
      rules: z
        .array(
          z.looseObject({
            http: z.looseObject({
              paths: z.array(
                z.looseObject({
                  backend: z.looseObject({
                    service: z.looseObject({
                      name: z.string(),
                      port: z.looseObject({ name: z.string().optional() }),
                    }),
                  }),
                }),
              ),
            }),
          }),
        )
        .default([]),
      template: z
        .looseObject({
          metadata: z.looseObject({ labels }).optional(),
          spec: z
            .looseObject({
              serviceAccountName: z.string().optional(),
              containers: z
                .array(
                  z.looseObject({
                    envFrom: z
                      .array(z.looseObject({ secretRef: named.optional() }))
                      .default([]),
                  }),
                )
                .default([]),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

/** @internal */
export type ClusterObject = Readonly<z.infer<typeof clusterObjectSchema>>;

const selectorSchema = z.union([
  z.looseObject({ matchLabels: labels }).transform(it => it.matchLabels),
  labels,
]);

/** The labels that a Service, PodDisruptionBudget or workload selects pods by. */
export function selectorOf({ kind, spec }: ClusterObject) {
  const schema = kind === 'Service' ? labels : selectorSchema;
  const parsed = schema.safeParse(spec?.selector ?? {});
  return parsed.success ? parsed.data : {};
}

const targetSchema = z.looseObject({ name: z.string() });

/** The Secret that an ExternalSecret makes. */
export function secretOf({ metadata, spec }: ClusterObject): string {
  const parsed = targetSchema.safeParse(spec?.target);
  return parsed.success ? parsed.data.name : metadata.name;
}
