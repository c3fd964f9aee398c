import { z } from 'zod';

const labels = z.record(z.string(), z.string());

/** What every Kubernetes object has; all else is kept as it is. */
export const kubernetesObjectSchema = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().optional(),
    labels: labels.optional(),
    annotations: labels.optional(),
  }),
});

export type KubernetesObject = Readonly<z.infer<typeof kubernetesObjectSchema>>;

/** `apps` of `apps/v1`, empty for the core group. */
export function groupOf({ apiVersion }: Pick<KubernetesObject, 'apiVersion'>) {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

export function versionOf({
  apiVersion,
}: Pick<KubernetesObject, 'apiVersion'>) {
  return apiVersion.split('/').at(-1) ?? apiVersion;
}
