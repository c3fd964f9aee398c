import { RiskSeverity } from '../plan/planRiskSchema';

/**
 * What a rule looks for. Paths are those of {@link DiffNode.pattern}, or their ends from a whole name on:
 * `containers[].image` is in Deployments, Jobs and CronJobs.
 * @public
 */
export type ManifestCondition =
  /** The object is new. */
  | { readonly kind: 'added' }
  /** It is gone; perhaps only where something was in it, or was not. */
  | {
      readonly kind: 'removed';
      readonly having?: string;
      readonly lacking?: string;
    }
  /** A value is another one; both are there. */
  | { readonly kind: 'changed'; readonly paths: readonly string[] }
  /** Something is there that was not; also in what is new when `whenNew`. */
  | {
      readonly kind: 'appeared';
      readonly paths: readonly string[];
      readonly whenNew?: boolean;
    }
  /** Something that was there is gone; never of an object that is gone as a whole. */
  | { readonly kind: 'vanished'; readonly paths: readonly string[] }
  /** A value is now one of these and was none of them; also in what is new when `whenNew`. */
  | {
      readonly kind: 'became';
      readonly paths: readonly string[];
      readonly to: readonly unknown[];
      readonly whenNew?: boolean;
    }
  /** A value was one of these and no longer is. */
  | {
      readonly kind: 'left';
      readonly paths: readonly string[];
      readonly from: readonly unknown[];
    }
  /** A number or quantity, such as `500m` or `1Gi`, is lower or higher than before. */
  | { readonly kind: 'lowered'; readonly paths: readonly string[] }
  | { readonly kind: 'raised'; readonly paths: readonly string[] }
  /** Text is now as a pattern says and was not; also in what is new when `whenNew`. */
  | {
      readonly kind: 'matches';
      readonly paths: readonly string[];
      readonly pattern: RegExp;
      readonly whenNew?: boolean;
    }
  /** More may reach the pods of a NetworkPolicy, or be reached by them. */
  | { readonly kind: 'network_opened' }
  /** A role allows more than before, or more have it. */
  | { readonly kind: 'rights_widened' };

/**
 * A risk of rendered manifests, as data. Texts may name `{before}`, `{after}`, `{path}`, `{item}` (the list item it is in,
 * such as a container), `{key}` (the last name of the path) and `{detail}`.
 * @public
 */
export interface ManifestRule {
  readonly id: string;
  readonly severity: RiskSeverity;
  /** Kinds of objects; left out for all. */
  readonly kinds?: readonly string[];
  /** Group of their API, where others have kinds of the same name. */
  readonly group?: string;
  readonly when: ManifestCondition;
  readonly message: string;
  readonly why: string;
  readonly fix?: string;
}

/** One time that a condition holds. */
export interface ManifestHit {
  readonly path?: string;
  readonly item?: string;
  readonly before?: string;
  readonly after?: string;
  readonly detail?: string;
  /** When it is worse, or not as bad, as the rule says. */
  readonly severity?: RiskSeverity;
}
