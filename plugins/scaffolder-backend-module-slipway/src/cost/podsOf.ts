import { z } from 'zod';
import { PricedPod } from '@slipway/infrastructure-code';
import { Overlay } from '../check/kustomize/buildOverlays';

const quantity = z.union([z.string(), z.number()]).transform(String);
const requests = z.object({
  cpu: quantity.default('0'),
  memory: quantity.default('0'),
});
const deploymentSchema = z.object({
  kind: z.literal('Deployment'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    replicas: z.number().optional(),
    template: z.object({
      spec: z.object({
        containers: z.array(
          z.object({
            resources: z.object({ requests: requests }),
          }),
        ),
      }),
    }),
  }),
});
/** A HorizontalPodAutoscaler's numbers, or those of a ScaledObject of KEDA. */
const scalerSchema = z.object({
  kind: z.enum(['HorizontalPodAutoscaler', 'ScaledObject']),
  spec: z.object({
    scaleTargetRef: z.object({ name: z.string() }),
    minReplicas: z.number().optional(),
    maxReplicas: z.number().optional(),
    minReplicaCount: z.number().optional(),
    maxReplicaCount: z.number().optional(),
  }),
});

/** Replicas of a canary, whose Deployment itself runs none. */
const rolloutSchema = z.object({
  kind: z.literal('Rollout'),
  spec: z.object({
    replicas: z.number().optional(),
    workloadRef: z.object({ name: z.string() }),
  }),
});

/** The pods that an overlay runs, with what moves their number. */
export function podsOf({ objects }: Overlay): PricedPod[] {
  const values = objects.map(({ value }) => value);
  const scalers = values.flatMap(
    value => scalerSchema.safeParse(value).data ?? [],
  );
  const rollouts = values.flatMap(
    value => rolloutSchema.safeParse(value).data ?? [],
  );
  return objects.flatMap(({ file, value }) => {
    const { data: deployment } = deploymentSchema.safeParse(value);
    if (!deployment) return [];
    const { name } = deployment.metadata;
    const scaler = scalers.find(
      ({ spec }) => spec.scaleTargetRef.name === name,
    )?.spec;
    const rollout = rollouts.find(({ spec }) => spec.workloadRef.name === name);
    const still = (rollout ?? deployment).spec.replicas ?? 1;
    const min = scaler?.minReplicas ?? scaler?.minReplicaCount ?? still;
    const max = scaler?.maxReplicas ?? scaler?.maxReplicaCount ?? min;
    const { containers } = deployment.spec.template.spec;
    const each = containers.map(({ resources }) => resources.requests);
    return [
      {
        name,
        file,
        min,
        max,
        cpu: total(each.map(({ cpu }) => cores(cpu))),
        memory: total(each.map(({ memory }) => gibibytes(memory))),
      },
    ];
  });
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** `250m` is a quarter of a core. */
function cores(text: string): number {
  return text.endsWith('m') ? Number(text.slice(0, -1)) / 1_000 : Number(text);
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 2 ** 30],
  ['Ki', 2 ** 20],
  ['Mi', 2 ** 10],
  ['Gi', 1],
]);

/** `512Mi` is half a GiB. */
function gibibytes(text: string): number {
  const [, number, unit = ''] = /^([\d.]+)(\w*)$/.exec(text) ?? [];
  return Number(number ?? 0) / (UNITS.get(unit) ?? 2 ** 30);
}
