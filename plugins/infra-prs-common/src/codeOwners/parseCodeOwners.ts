/** Where GitHub looks for the file, in this order; the first it finds counts. @public */
export const CODE_OWNERS_PATHS = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
] as const;

/** GitHub loads no file that is larger. */
const MAX_LENGTH = 3_000_000;
const OWNER = /^(@[\w.-]+(\/[\w.-]+)?|[^\s@]+@[^\s@]+\.[^\s@]+)$/;

/** One line: files, and who owns them. @public */
export interface CodeOwnersRule {
  readonly pattern: string;
  /** `@user`, `@org/team` or an email address; none means that nobody owns the files. */
  readonly owners: readonly string[];
  /** From 1. */
  readonly line: number;
}

/** Splits at white space that is not escaped; a word that begins with `#` begins a comment. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s\\]|\\$)+/g) ?? [];
  const comment = words.findIndex(word => word.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}

/** GitHub skips a line that it cannot read: with `!`, a range, an escaped `#`, or an owner that is none. */
function isReadable(pattern: string, owners: readonly string[]): boolean {
  if (pattern.startsWith('!') || pattern.startsWith('\\#')) return false;
  if (/[[\]]/.test(pattern)) return false;
  return owners.every(owner => OWNER.test(owner));
}

/**
 * Reads a CODEOWNERS file.
 *
 * @remarks
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 * @public
 */
export function parseCodeOwners(text: string): CodeOwnersRule[] {
  if (text.length > MAX_LENGTH) return [];
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [pattern, ...owners] = wordsOf(line);
    if (!pattern || !isReadable(pattern, owners)) return [];
    return [{ pattern: unescapeSpaces(pattern), owners, line: index + 1 }];
  });
}

function unescapeSpaces(pattern: string): string {
  return pattern.replace(/\\(\s)/g, '$1');
}
