// Controls of C0 except tab and line feed, which lay text out as they should.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** C1 controls, and what turns the direction of text or takes no room: ways to make a message look like another. */
const DECEPTIVE =
  /[\u0080-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

const picture = (char: string) =>
  char === '\u007f'
    ? '\u2421'
    : String.fromCharCode(0x2400 + char.charCodeAt(0));

const code = (char: string) =>
  `<U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;

/**
 * Text of a message with every control character and every override of direction made visible. The server does this to
 * what it sends; JSON that is read here can bring such characters back from their escapes.
 */
export function visibleText(text: string): string {
  return text.replace(CONTROL, picture).replace(DECEPTIVE, code);
}
