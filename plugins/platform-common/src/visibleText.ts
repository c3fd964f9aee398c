/** Characters that change how text around them looks, or do not show at all: ways to make a message say what it does not. */
const DECEPTIVE =
  // C1 controls, soft hyphen, Arabic letter mark, zero-width space, marks of direction, invisible operators, BOM, tags.
  /[\u0080-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const code = (char: string) =>
  `<U+${(char.codePointAt(0) ?? 0)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')}>`;

/** A control character as its picture: NUL becomes ␀, ESC becomes ␛. */
const picture = (char: string) => {
  const point = char.charCodeAt(0);
  return String.fromCharCode(point === 0x7f ? 0x2421 : 0x2400 + point);
};

/**
 * Text in which every control character and every override of direction is made visible, so that neither a terminal nor
 * a browser acts on it. Line feeds and tabs stay.
 * @public
 */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(CONTROL, picture)
    .replace(DECEPTIVE, code)
    .replace(LONE_SURROGATE, code);
}
