import { FailureCause } from '../../world/traffic/failureCauses';

/** A dead letter of prod: hours since it arrived, and what was wrong. */
export type DemoLetter = readonly [hoursAgo: number, cause: FailureCause];

/** How deep a queue of prod was: hours ago, and messages. */
export type DemoDepth = readonly [hoursAgo: number, messages: number];

/** A queue that is there when the world begins, in each of its environments as `<environment>-<name>`. */
export interface DemoQueue {
  /** Ends in `.fifo` for a FIFO queue. */
  readonly name: string;
  readonly component: string;
  readonly owner: string;
  readonly system: string;
  /** Default: all. */
  readonly environments?: readonly string[];
  /** Beside those that every queue has. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Where its dead letters go; without it they stay. */
  readonly deadLetters?: {
    readonly retentionSeconds: number;
    /** Nobody's name is on the dead-letter queue. */
    readonly unowned?: boolean;
    readonly letters: readonly DemoLetter[];
  };
  /** A backlog by its corners, oldest first; what lies between them is a straight line. */
  readonly backlog?: readonly DemoDepth[];
  /** Name of an SNS topic of the environment that may send to it. */
  readonly topic?: string;
  /** `bus/rule` of EventBridge that may send to it. */
  readonly rule?: string;
}
