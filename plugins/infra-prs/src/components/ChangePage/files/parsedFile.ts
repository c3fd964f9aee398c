import { ChangedFile, safeText } from '@slipway/plugin-infra-prs-common';
import { DiffHunk, parsePatch } from './parsePatch';

/** What is read out of a file's patch. */
interface ParsedFile {
  readonly hunks: readonly DiffHunk[];
  /** Lines hold characters that hide or rearrange text. */
  readonly hides: boolean;
}

const parsed = new WeakMap<ChangedFile, ParsedFile>();

/** The hunks of a file, read once. */
export function parsedFile(file: ChangedFile): ParsedFile {
  const known = parsed.get(file);
  if (known) return known;
  const { patch = '' } = file;
  const plain = patch.replace(/\r$/gm, '');
  const result = { hunks: parsePatch(patch), hides: safeText(plain) !== plain };
  parsed.set(file, result);
  return result;
}
