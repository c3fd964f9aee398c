import { Millis } from '../../world/types';
import { PodTemplate } from './DeploymentSpec';

/** How a pod fares once it starts, set by an annotation of its template. */
export type StartupFault = 'crash-loop' | 'image-pull-error';

/** Annotation of a pod template that makes its pods fail to start. */
export const STARTUP_ANNOTATION = 'local-world.slipway.io/startup';

/** A pod of a Deployment as the simulated cluster keeps it. */
export interface RolloutPod {
  readonly name: string;
  readonly templateHash: string;
  readonly createdAt: Millis;
  /** When its readiness probe passes; never, when it has a fault. */
  readonly readyAt: Millis;
  readonly fault?: StartupFault;
  /** When it is gone, once it has been told to stop. */
  goneAt?: Millis;
}

export function isReady(pod: RolloutPod, now: Millis): boolean {
  return pod.goneAt === undefined && pod.readyAt <= now;
}

export function startupFaultOf(
  template: PodTemplate,
): StartupFault | undefined {
  const fault = template.metadata.annotations[STARTUP_ANNOTATION];
  return fault === 'crash-loop' || fault === 'image-pull-error'
    ? fault
    : undefined;
}
