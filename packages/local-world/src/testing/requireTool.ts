/**
 * Whether what a test compares with is here. Where it is not, the test may be left out, but never quietly: it says so,
 * and fails where `SLIPWAY_REQUIRE_TOOLS` promises that all is there.
 */
export function requireTool(
  name: string,
  found: boolean,
  what: string,
): boolean {
  if (found) return true;
  const message = `SKIPPED ${what}: no ${name} here`;
  if (process.env.SLIPWAY_REQUIRE_TOOLS) throw new Error(message);
  process.stderr.write(`\n${message}\n`);
  return false;
}
