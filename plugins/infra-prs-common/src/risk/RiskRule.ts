import { RiskSeverity } from '../plan/planRiskSchema';

/** What a rule looks for. Paths are names joined by dots; in lists of blocks any block counts. @public */
export type RiskCondition =
  /** It is destroyed, also to be made anew. */
  | { readonly kind: 'lost'; readonly when?: { path: string; is: unknown } }
  /** A value that is part of its name to others changes. */
  | { readonly kind: 'renamed'; readonly paths: readonly string[] }
  /** A switch is now as it should not be; it was otherwise, or the resource is new. */
  | {
      readonly kind: 'switched';
      readonly paths: readonly string[];
      readonly to: readonly unknown[];
      /** Also when the resource is made so. */
      readonly whenNew?: boolean;
    }
  /** Something that was set no longer is. */
  | { readonly kind: 'dropped'; readonly paths: readonly string[] }
  /** A number is lower than before. */
  | { readonly kind: 'lowered'; readonly paths: readonly string[] }
  /** A size such as `db.t4g.micro` is smaller than before. */
  | { readonly kind: 'shrunk'; readonly paths: readonly string[] }
  /** The internet may reach what it could not. */
  | { readonly kind: 'opened' }
  /** A policy document allows what the one before did not. */
  | {
      readonly kind: 'widened';
      readonly paths: readonly string[];
      /** What any widening is at least; by default it depends on what is newly allowed. */
      readonly least?: RiskSeverity;
      /** It is the policy of a resource, which is about that resource whatever it is called. */
      readonly ofItself?: boolean;
    }
  /** A managed policy that allows nearly everything is attached. */
  | { readonly kind: 'attached'; readonly pattern: string };

/** A risk of changes, as data. Texts may name `{before}`, `{after}`, `{path}` and `{detail}`. @public */
export interface RiskRule {
  readonly id: string;
  readonly severity: RiskSeverity;
  /** Resource types of Terraform. */
  readonly types: readonly string[];
  readonly when: RiskCondition;
  readonly message: string;
  readonly why: string;
  readonly fix?: string;
  /** Rules of the templates' policy that say the same of the same resource. */
  readonly covers?: readonly string[];
  /** Those that say the same of the resource beside it, in the same module: a bucket's, of its block of public access. */
  readonly coversBeside?: readonly string[];
}

/** One time that a condition holds. */
export interface Hit {
  readonly path?: string;
  readonly before?: string;
  readonly after?: string;
  readonly detail?: string;
  /** When it is worse, or not as bad, as the rule says. */
  readonly severity?: RiskSeverity;
}
