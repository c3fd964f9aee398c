/** Something that a server does unlike AWS. */
export interface Deviation {
  readonly server: string;
  /** Titles of the cases that fail there for it: what AWS does. */
  readonly titles: readonly string[];
  /** What the server does instead. */
  readonly does: string;
  /** Page of AWS's documentation that says what AWS does. */
  readonly source: string;
}
