/** A failure with a message for the person at the terminal; printed without a stack. */
export class PlainError extends Error {}

/** Runs a script's main function; a PlainError ends it with its message alone. */
export function runMain(main) {
  main().catch(error => {
    console.error(error instanceof PlainError ? `\n${error.message}\n` : error);
    process.exit(1);
  });
}
