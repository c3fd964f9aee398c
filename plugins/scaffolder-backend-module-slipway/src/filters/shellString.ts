/**
 * Text as one word of a POSIX shell, in single quotes. Control characters, which a terminal would act on and some of
 * which no argument can hold, become spaces.
 *
 * @remarks https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02
 */
export function shellString(text: string): string {
  const printable = text
    .toWellFormed()
    .replace(
      /[\p{Cc}\u2028\u2029\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
      ' ',
    );
  return `'${printable.replaceAll("'", `'\\''`)}'`;
}
