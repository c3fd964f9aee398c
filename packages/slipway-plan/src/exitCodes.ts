/** How the command ends; scripts rely on these. */
export const EXIT = {
  ok: 0,
  /** A root could not be planned, or its plan is not whole. */
  planFailed: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** A file is no plan that can be read. */
  unreadable: 3,
  /** GitHub refused the check run, or could not be reached. */
  github: 4,
  /** A risk is as bad as `--fail-on` says, or worse. */
  risk: 5,
} as const;

/** @see EXIT */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A failure with a message for the person at the terminal, and the exit code that says which kind it is. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  constructor(readonly exitCode: ExitCode, message: string) {
    super(message);
  }
}
