/**
 * How an upstream answered.
 *
 * `ok` and `stale` carry data; the others say why there is none and what to do.
 * @public
 */
export type SourceState =
  | 'ok'
  | 'stale'
  | 'forbidden'
  | 'not_found'
  | 'throttled'
  | 'unreachable'
  | 'misconfigured';

/** Which upstream, and which of its parts, a result came from. @public */
export interface SourceRef {
  /** Short id of the upstream, for example `sqs`, `cloudwatch`, `argocd`, `amp`, `ecs`, `github`. */
  readonly upstream: string;
  /** Name of the Slipway environment, when there is one. */
  readonly environment?: string;
  /** What was asked for, in words fit for a person: a queue name, an application name. */
  readonly target?: string;
}

/**
 * What one source answered: data with its age, or a typed failure with its fix.
 * A failed source never hides the others.
 * @public
 */
export interface SourceResult<T> {
  readonly state: SourceState;
  readonly source: SourceRef;
  readonly data?: T;
  /** ISO 8601 time at which `data` was true at the upstream. */
  readonly asOf?: string;
  /** What went wrong, in words. Never holds upstream bodies or secrets. */
  readonly message?: string;
  /** What the reader can do about it. */
  readonly fix?: string;
}
