/** A time as the GitHub API writes it: UTC, whole seconds. */
export function isoTime(ms: number): string;
export function isoTime(ms: number | undefined): string | null;
export function isoTime(ms: number | undefined): string | null {
  if (ms === undefined) return null;
  return new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
