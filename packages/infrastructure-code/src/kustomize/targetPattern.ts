import { ManifestError } from './ManifestError';

/** Longest pattern that is tried; names of Kubernetes have 253 characters at most. */
const MAX_PATTERN = 300;
/** Each repeat and each group multiplies the time that a hostile pattern can take. */
const MAX_CHOICES = 3;

/**
 * A kind or name of a patch's target, an anchored regular expression.
 *
 * @throws ManifestError for what is none, or could take forever: Kustomize's own run in linear time, those here do not.
 */
export function targetPattern(pattern: string): RegExp {
  const choices = pattern.match(/[*+?{(]/g)?.length ?? 0;
  const nested = /\)[*+{]|\\[1-9k]/.test(pattern);
  if (pattern.length > MAX_PATTERN || choices > MAX_CHOICES || nested) {
    throw new ManifestError(
      `the pattern '${pattern.slice(0, 60)}' of a target is too complicated`,
    );
  }
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    throw new ManifestError(`'${pattern}' is no pattern for a target`);
  }
}
