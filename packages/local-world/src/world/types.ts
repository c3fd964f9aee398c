import { EventEmitter } from 'node:events';

/** Milliseconds since the epoch, in simulated time. */
export type Millis = number;

/** Simulated time: follows the wall clock until a test takes it over. */
export interface WorldClock {
  now(): Millis;
  /** Moves time on by `ms` and runs everything that falls due, in order. */
  advance(ms: number): Promise<void>;
  /** Runs `task` each `ms` of simulated time; the returned function stops it. */
  every(ms: number, task: () => void | Promise<void>): () => void;
}

/** One environment of the demo. Same values as `slipway.environments[]` of app-config.yaml. */
export interface WorldEnvironment {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly ecsCluster: string;
  readonly eksCluster: string;
  readonly argoInstance: string;
  readonly ampWorkspace: string;
  /** Folder in the infrastructure repository. */
  readonly infrastructurePath: string;
}

/** A resource of a Terraform plan or state, with its values known or left out. */
export interface AppliedResource {
  /** `module.orders.aws_sqs_queue.this` */
  readonly address: string;
  /** `aws_sqs_queue` */
  readonly type: string;
  /** Argument values as in `terraform show -json`: snake_case keys. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What Terraform has applied in one root; the runner writes it, the AWS stand-in acts on it. */
export interface TerraformTarget {
  /** Resources applied so far in a root, by address. */
  applied(root: string): ReadonlyMap<string, AppliedResource>;
  /** Makes the account hold exactly these resources of that root. Returns what failed, by address. */
  apply(
    root: string,
    environment: WorldEnvironment,
    resources: readonly AppliedResource[],
  ): Promise<ReadonlyMap<string, string>>;
}

/** A service that runs in the simulated world: it makes traffic, moves messages and can be made to fail. */
export interface Workload {
  /** Name of the service, `order-mailer`. Unique within an environment. */
  readonly name: string;
  readonly environment: string;
  readonly platform: 'ecs' | 'eks';
  /** HTTP requests per second at the average of a day; 0 for a pure worker. */
  readonly requestsPerSecond: number;
  /** Queues (by name, in the environment's account) it consumes from. */
  readonly consumes: readonly string[];
  /** Queues it sends to, with messages per second at the average of a day. */
  readonly produces: ReadonlyArray<{ queue: string; perSecond: number }>;
  /**
   * Share of what flows into its queues that it manages to take: below 1 they grow, above 1 a backlog shrinks. Absent: it
   * keeps up, whatever comes.
   */
  readonly pace?: number;
  /** Pods or tasks that are ready; none means nothing is served or consumed. */
  readonly replicas: number;
  /** Container image that runs. */
  readonly image: string;
}

/** What can be made to go wrong with a workload from the world's control. */
export type FailureMode =
  /** Each message it takes fails, so that queues drain into their DLQs. */
  | 'consumer-errors'
  /** It stops taking messages, so that queues grow. */
  | 'consumer-stopped'
  /** A third of its HTTP requests answer 500. */
  | 'http-errors'
  /** Its requests and messages take ten times as long. */
  | 'slow';

/** Workloads that run now, and what is wrong with them. */
export interface WorkloadRegistry {
  upsert(workload: Workload): void;
  remove(environment: string, name: string): void;
  list(): readonly Workload[];
  fail(environment: string, name: string, mode: FailureMode): void;
  heal(environment: string, name: string): void;
  failures(): ReadonlyArray<{
    environment: string;
    name: string;
    mode: FailureMode;
  }>;
}

/** Sample store behind the AMP query API. */
export interface TimeSeriesDatabase {
  /** Appends one sample; times of a series must not go back. `labels` holds no `__name__`. */
  append(
    workspace: string,
    metric: string,
    labels: Readonly<Record<string, string>>,
    time: Millis,
    value: number,
  ): void;
}

/** What happened to the Git host; the runner and Argo CD listen. */
export interface GitEvents
  extends EventEmitter<{
    push: [
      {
        owner: string;
        repo: string;
        ref: string;
        before: string;
        after: string;
      },
    ];
    pullRequest: [
      {
        owner: string;
        repo: string;
        number: number;
        action: 'opened' | 'synchronize' | 'closed' | 'merged';
        headSha: string;
      },
    ];
    /** Somebody asks for a check to be run again. */
    checkRerequested: [
      { owner: string; repo: string; name: string; headSha: string },
    ];
  }> {}
