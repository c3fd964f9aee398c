const SECRET_NAME =
  /secret|passw|token|credential|private.?key|api.?key|access.?key/i;
/** What the tokens of GitHub, AWS and Slack begin with, keys in PEM, and URLs that carry a password. */
const SECRET_TEXT =
  /^(gh[pousr]_|github_pat_|AKIA|ASIA|xox[bpars]-)|-----BEGIN|:\/\/[^/\s:@]+:[^/\s@]+@/;
const MASK = '••••••';
const MAX_DEPTH = 8;
const MAX_TEXT = 2000;
const MAX_ENTRIES = 200;

function mask(name: string, value: unknown, depth: number): unknown {
  if (SECRET_NAME.test(name) && typeof value === 'string' && value) return MASK;
  if (typeof value === 'string') {
    return SECRET_TEXT.test(value) ? MASK : value.slice(0, MAX_TEXT);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '…';
  if (Array.isArray(value)) {
    return value
      .slice(0, MAX_ENTRIES)
      .map(entry => mask(name, entry, depth + 1));
  }
  return maskParameters({ ...value }, depth + 1);
}

/** What a form said, without what looks like a secret. Forms keep secrets out of it; bodies are anybody's to edit. */
export function maskParameters(
  parameters: Readonly<Record<string, unknown>>,
  depth = 0,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parameters)
      .slice(0, MAX_ENTRIES)
      .map(([name, value]) => [name, mask(name, value, depth)]),
  );
}
