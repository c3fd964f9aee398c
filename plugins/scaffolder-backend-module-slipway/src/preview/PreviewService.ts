import { BackstageCredentials } from '@backstage/backend-plugin-api';

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
}

/** What a run of a template would write. */
export interface Preview {
  readonly files: readonly PreviewFile[];
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
