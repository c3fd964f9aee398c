/** What is wrong with a Terraform configuration, as `terraform validate -json` words it. */
export interface Diagnostic {
  readonly summary: string;
  readonly detail?: string;
  /** Path from the root of the repository. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}
