/** A ref that moved; `before` is undefined for a new one, `after` for a deleted one. */
export interface RefChange {
  /** `refs/heads/main` */
  readonly ref: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Who moved it. */
  readonly login: string;
}

export const NO_SHA = '0'.repeat(40);

const HEADS = 'refs/heads/';

/** Name of the branch a ref is; undefined for tags and the like. */
export function branchOf(ref: string): string | undefined {
  return ref.startsWith(HEADS) ? ref.slice(HEADS.length) : undefined;
}
