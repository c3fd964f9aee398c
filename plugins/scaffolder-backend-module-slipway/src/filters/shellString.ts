import { HALF_SURROGATE, UNPRINTABLE } from './escapeText';

/**
 * Text as one word of a POSIX shell, in single quotes. Control characters, which a terminal would act on and some of
 * which no argument can hold, become spaces.
 *
 * @remarks https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02
 */
export function shellString(text: string): string {
  const printable = text
    .replace(HALF_SURROGATE, '\ufffd')
    .replace(UNPRINTABLE, ' ');
  return `'${printable.replaceAll("'", `'\\''`)}'`;
}
