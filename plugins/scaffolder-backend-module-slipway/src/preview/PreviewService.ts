import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { Finding } from '../check/Finding';

/** What a run would do to a file, seen from the branch that pull requests are merged into. */
export type FileStatus = 'added' | 'changed' | 'unchanged' | 'new-repository';

/** One file that a run would write. */
export interface PreviewFile {
  /** Path in its repository, with forward slashes. */
  readonly path: string;
  /** Which repository it goes to: the folder of the workspace that holds it. */
  readonly repository: string;
  /** Bytes. */
  readonly size: number;
  readonly binary: boolean;
  /** Text, cut at 256 KiB; empty for a binary file. */
  readonly content: string;
  readonly truncated: boolean;
  /** Not there when the files could not be compared. */
  readonly status?: FileStatus;
  /** Unified diff of a changed text file. */
  readonly diff?: string;
}

/** What the files were compared with, or why they were not. */
export type Comparison =
  | { readonly branch: string }
  | { readonly problem: string; readonly fix?: string };

/** What a run of a template would write. */
export interface Preview {
  readonly files: readonly PreviewFile[];
  readonly comparison: Comparison;
  /** What the template's checks found; not there when it has none. */
  readonly findings?: readonly Finding[];
  /** What `slipway:cost:estimate` said; not there when the template does not ask it. */
  readonly cost?: JsonObject;
  readonly counts: Readonly<Record<FileStatus, number>>;
}

export interface PreviewService {
  /**
   * Runs a template dry, as the caller.
   *
   * @throws InputError naming the field when the values are refused.
   */
  preview(
    request: { templateRef: string; values: Record<string, unknown> },
    options: { credentials: BackstageCredentials },
  ): Promise<Preview>;
}
