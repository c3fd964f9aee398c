import { PlanObject } from '../plan/PlanValue';

/** An object of Kubernetes, its secrets masked. */
export interface KubernetesManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** All of it. A Map, as keys are anybody's text. */
  readonly values: PlanObject;
}

/** An object before and after; one that is added or removed has no counterpart. */
export interface ManifestPair {
  readonly before?: KubernetesManifest;
  readonly after?: KubernetesManifest;
}
