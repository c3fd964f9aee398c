import { KubernetesObject } from '../../kubernetes/KubernetesObject';

/** When a hook runs, https://argo-cd.readthedocs.io/en/stable/user-guide/resource_hooks/ */
export type HookType = 'PreSync' | 'Sync' | 'PostSync';

const HOOK = 'argocd.argoproj.io/hook';
const WAVE = 'argocd.argoproj.io/sync-wave';

/** When an object runs as a hook; undefined for an object that is kept. */
export function hookTypeOf({
  metadata,
}: KubernetesObject): HookType | undefined {
  const value = metadata.annotations?.[HOOK];
  return (['PreSync', 'Sync', 'PostSync'] as const).find(
    type => type === value,
  );
}

/** Objects of a lower wave are applied first, https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/ */
export function waveOf({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.[WAVE] ?? 0) || 0;
}
