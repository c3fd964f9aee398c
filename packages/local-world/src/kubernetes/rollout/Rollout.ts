import { createHash } from 'node:crypto';
import { Millis } from '../../world/types';
import { deterministicFraction, deterministicName } from '../deterministicName';
import { DeploymentSpec, PodTemplate } from './DeploymentSpec';
import { isReady, RolloutPod, startupFaultOf } from './RolloutPod';

/** Pods that may run beyond the wanted number while rolling; none may be missing. */
const MAX_SURGE = 1;
const TERMINATION_MS = 2_000;
const STARTUP_MS = { least: 2_000, spread: 2_000 };
/** Age of what already ran when the world began. */
const SETTLED_AGE_MS = 7 * 3_600_000;
/** Old ReplicaSets kept, as `revisionHistoryLimit` does. */
const HISTORY = 3;

/** One ReplicaSet of a Deployment. */
export interface Revision {
  readonly hash: string;
  readonly number: number;
  readonly template: PodTemplate;
  readonly createdAt: Millis;
}

/** Replaces the pods of one Deployment one by one, as a rolling update without unavailable pods. */
export class Rollout {
  readonly pods: RolloutPod[] = [];
  readonly revisions: Revision[] = [];
  replicas = 0;
  progressedAt: Millis = 0;
  private created = 0;

  constructor(private readonly name: string) {}

  get current(): Revision {
    return this.revisions[this.revisions.length - 1];
  }

  /** Takes over a new spec. */
  update(spec: DeploymentSpec, now: Millis): void {
    const hash = templateHash(spec.template);
    this.replicas = spec.replicas ?? Math.max(1, this.replicas);
    if (this.revisions.at(-1)?.hash !== hash)
      this.startRevision(spec, hash, now);
  }

  /** As if the current template had been running for hours. */
  settle(now: Millis): void {
    const since = now - SETTLED_AGE_MS;
    this.pods.length = 0;
    this.revisions.splice(0, HISTORY, { ...this.current, createdAt: since });
    while (this.pods.length < this.replicas) this.createPod(since);
  }

  tick(now: Millis): void {
    this.removeGone(now);
    const alive = this.pods.filter(pod => pod.goneAt === undefined);
    const fresh = alive.filter(pod => pod.templateHash === this.current.hash);
    const old = alive.filter(pod => pod.templateHash !== this.current.hash);
    if (
      fresh.length < this.replicas &&
      alive.length < this.replicas + MAX_SURGE
    ) {
      this.createPod(now);
      return;
    }
    const ready = alive.filter(pod => isReady(pod, now));
    const surplus = fresh.slice(this.replicas).at(-1);
    const unready = old.find(pod => !isReady(pod, now));
    const spare = ready.length > this.replicas ? old[0] : undefined;
    const victim =
      surplus ?? unready ?? (this.replicas === 0 ? alive[0] : spare);
    if (victim) {
      victim.goneAt = now + TERMINATION_MS;
      this.progressedAt = now;
    }
  }

  /** Stops one pod at once, as `kubectl delete pod` does; the next tick replaces it. */
  deletePod(name: string, now: Millis): boolean {
    const pod = this.pods.find(each => each.name === name);
    if (pod) pod.goneAt ??= now + TERMINATION_MS;
    return pod !== undefined;
  }

  readyPods(now: Millis): readonly RolloutPod[] {
    return this.pods.filter(pod => isReady(pod, now));
  }

  /** Whether all wanted pods run the current template and nothing else is left. */
  isComplete(now: Millis): boolean {
    const ready = this.readyPods(now).filter(
      pod => pod.templateHash === this.current.hash,
    );
    return ready.length === this.replicas && this.pods.length === ready.length;
  }

  private startRevision(spec: DeploymentSpec, hash: string, now: Millis): void {
    const number = (this.revisions.at(-1)?.number ?? 0) + 1;
    const known = this.revisions.findIndex(revision => revision.hash === hash);
    if (known >= 0) this.revisions.splice(known, 1);
    this.revisions.push({
      hash,
      number,
      template: spec.template,
      createdAt: now,
    });
    const excess = this.revisions.length - HISTORY;
    if (excess > 0) this.revisions.splice(0, excess);
    this.progressedAt = now;
  }

  private createPod(now: Millis): void {
    const { hash, template } = this.current;
    this.created += 1;
    const seed = `${this.name}/${hash}/${this.created}`;
    const fault = startupFaultOf(template);
    const startup =
      STARTUP_MS.least + STARTUP_MS.spread * deterministicFraction(seed);
    this.pods.push({
      name: `${this.name}-${hash}-${deterministicName(seed, 5)}`,
      templateHash: hash,
      createdAt: now,
      readyAt: fault ? Number.POSITIVE_INFINITY : now + Math.round(startup),
      fault,
    });
    this.progressedAt = now;
  }

  private removeGone(now: Millis): void {
    for (let i = this.pods.length - 1; i >= 0; i -= 1) {
      const { goneAt } = this.pods[i];
      if (goneAt !== undefined && goneAt <= now) this.pods.splice(i, 1);
    }
  }
}

function templateHash(template: PodTemplate): string {
  const digest = createHash('sha256').update(JSON.stringify(template));
  return deterministicName(digest.digest('hex'), 10);
}
