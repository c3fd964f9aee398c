/** What a check has to say about one file. @public */
export interface Finding {
  /** Of the rule or check: `sqs-dead-letter-queue`, `terraform-syntax`. */
  readonly id: string;
  /** An error keeps a run from creating anything. */
  readonly severity: 'error' | 'warning' | 'info';
  /** Path in the infrastructure repository. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  readonly message: string;
  /** Why it matters. */
  readonly reason: string;
  readonly fix?: string;
}
