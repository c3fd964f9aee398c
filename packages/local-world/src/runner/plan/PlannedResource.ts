import { AppliedResource } from '../../world/types';

/** A resource as a plan wants it. `values` holds what is written in the configuration and known. */
export interface PlannedResource extends AppliedResource {
  /** Arguments that are known only after apply. */
  readonly unknown: readonly string[];
  /** Arguments whose values must not be shown. */
  readonly sensitive: readonly string[];
}
