import { DefaultWorkloadRegistry } from '../../world/DefaultWorkloadRegistry';
import { SeededRandom } from '../../world/SeededRandom';
import {
  Millis,
  Workload,
  WorldClock,
  WorldEnvironment,
} from '../../world/types';

/** A deployment of one image to a service. */
export interface Rollout {
  /** Digits, as in `ecs-svc/1234567890`. */
  readonly id: string;
  /** Revision of the task definition. */
  readonly revision: number;
  readonly image: string;
  readonly startedAt: Millis;
}

/** A service on ECS: a workload with its rollouts. */
export interface EcsService {
  readonly environment: WorldEnvironment;
  readonly workload: Workload;
  readonly createdAt: Millis;
  /** Oldest first; the last one is current. */
  readonly rollouts: readonly Rollout[];
}

/** How long a rollout takes from the first new task to steady. */
export const ROLLOUT_MS = 20_000;
/** How long after its start the world still counts as beginning. */
const FIRST_MOMENT_MS = 30_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const keyOf = ({ environment, name }: Workload) => `${environment}/${name}`;

const rolloutOf = (
  workload: Workload,
  revision: number,
  startedAt: Millis,
): Rollout => ({
  id: String(SeededRandom.seedOf(`${keyOf(workload)}:${revision}`)).padStart(
    10,
    '1',
  ),
  revision,
  image: workload.image,
  startedAt,
});

/** The world's workloads on ECS; a changed image is a new task definition and a rollout. */
export class EcsServices {
  readonly #services = new Map<string, EcsService>();
  readonly startedAt: Millis;

  constructor(
    workloads: DefaultWorkloadRegistry,
    private readonly environments: readonly WorldEnvironment[],
    private readonly clock: WorldClock,
  ) {
    this.startedAt = clock.now();
    workloads.onChange((current, previous) => {
      if (current?.platform === 'ecs') {
        this.#put(current);
      } else if (previous?.platform === 'ecs') {
        this.#services.delete(keyOf(previous));
      }
    });
  }

  inAccount(account: string, region: string): readonly EcsService[] {
    return [...this.#services.values()].filter(
      ({ environment }) =>
        environment.account === account && environment.region === region,
    );
  }

  /** Environments, and so clusters, of an account. */
  clusters(account: string, region: string): readonly WorldEnvironment[] {
    return this.environments.filter(
      item => item.account === account && item.region === region,
    );
  }

  clear(): void {
    this.#services.clear();
  }

  #put(workload: Workload): void {
    const environment = this.environments.find(
      ({ name }) => name === workload.environment,
    );
    const existing = this.#services.get(keyOf(workload));
    if (!environment) {
      return;
    }
    this.#services.set(keyOf(workload), {
      environment,
      workload,
      createdAt: existing?.createdAt ?? this.#birth(),
      rollouts: existing
        ? this.#next(existing, workload)
        : this.#history(workload),
    });
  }

  #isFirstMoment(): boolean {
    return this.clock.now() - this.startedAt < FIRST_MOMENT_MS;
  }

  #birth(): Millis {
    const now = this.clock.now();
    return this.#isFirstMoment() ? now - 90 * DAY : now;
  }

  #next(existing: EcsService, workload: Workload): readonly Rollout[] {
    const last = existing.rollouts[existing.rollouts.length - 1];
    if (this.#isFirstMoment()) {
      // What is applied as the world begins has been there before.
      const settled = { ...last, image: workload.image };
      return [...existing.rollouts.slice(0, -1), settled];
    }
    return last.image === workload.image
      ? existing.rollouts
      : [
          ...existing.rollouts,
          rolloutOf(workload, last.revision + 1, this.clock.now()),
        ];
  }

  /** A service of the world's first moment has been deployed before: its page has something to show. */
  #history(workload: Workload): readonly Rollout[] {
    const now = this.clock.now();
    if (!this.#isFirstMoment()) return [rolloutOf(workload, 1, now)];
    const revision = 41;
    return [
      rolloutOf(workload, revision, now - 6 * DAY - 3 * HOUR),
      rolloutOf(workload, revision + 1, now - 22 * HOUR),
    ];
  }
}
