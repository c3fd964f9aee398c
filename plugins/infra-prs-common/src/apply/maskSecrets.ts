const MASK = '(hidden)';

/** Texts that are secret by their own shape, wherever they stand. */
const SHAPES: readonly RegExp[] = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\b(?:gh[opsur]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})\b/g,
  /\bxox[abprs]-[\w-]{10,200}/g,
  /\beyJ[\w-]{8,4096}\.[\w-]{8,8192}\.[\w-]{8,1024}\b/g,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
];

/** What stands before a secret that has no shape of its own; the first group stays. */
const LABELS: readonly RegExp[] = [
  /(:\/\/[^\s/:@]{1,256}:)[^\s/@]{1,1024}(?=@)/g,
  /(\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:basic|bearer|token)\s{1,4})[^\s"',]{1,4096}/gi,
  /(\b[\w-]{0,40}(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|credentials?)["']?\s{0,4}[:=]\s{0,4})(?:"[^"\n]{1,4096}"|'[^'\n]{1,4096}'|[^\s"',;&]{1,4096})/gi,
];

/**
 * Text without what looks like a secret: keys and tokens by their shape, passwords in URLs, and what is assigned to
 * something whose name says secret. For what tools print, where nothing marks a secret; it cannot find all. Idempotent.
 * @public
 */
export function maskSecrets(text: string): string {
  const shaped = SHAPES.reduce((all, shape) => all.replace(shape, MASK), text);
  return LABELS.reduce((all, label) => all.replace(label, `$1${MASK}`), shaped);
}
