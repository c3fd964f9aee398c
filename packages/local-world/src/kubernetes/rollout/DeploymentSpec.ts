import { z } from 'zod';

const labels = z.record(z.string(), z.string());

const containerSchema = z.looseObject({
  name: z.string(),
  image: z.string(),
  env: z
    .array(z.looseObject({ name: z.string(), value: z.string().optional() }))
    .default([]),
  resources: z
    .looseObject({ requests: labels.optional(), limits: labels.optional() })
    .optional(),
});

const deploymentSpecSchema = z.looseObject({
  replicas: z.number().int().min(0).optional(),
  progressDeadlineSeconds: z.number().int().default(600),
  selector: z.looseObject({ matchLabels: labels.default({}) }),
  template: z.looseObject({
    metadata: z.looseObject({
      labels: labels.default({}),
      annotations: labels.default({}),
    }),
    spec: z.looseObject({ containers: z.array(containerSchema).min(1) }),
  }),
});

/** The parts of a Deployment's spec that the simulated cluster acts on. */
export type DeploymentSpec = Readonly<z.infer<typeof deploymentSpecSchema>>;
export type PodTemplate = DeploymentSpec['template'];

/** @throws Error in words fit for a sync result when the spec would be rejected by an API server. */
export function parseDeploymentSpec(
  name: string,
  spec: unknown,
): DeploymentSpec {
  const parsed = deploymentSpecSchema.safeParse(spec);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new Error(
      `Deployment.apps "${name}" is invalid: spec.${path.join(
        '.',
      )}: ${message}`,
    );
  }
  const { selector, template } = parsed.data;
  const unmatched = Object.entries(selector.matchLabels).filter(
    ([key, value]) => template.metadata.labels[key] !== value,
  );
  if (unmatched.length > 0) {
    throw new Error(
      `Deployment.apps "${name}" is invalid: spec.template.metadata.labels: \`selector\` does not match template \`labels\``,
    );
  }
  return parsed.data;
}
