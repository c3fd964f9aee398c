/* eslint-disable no-control-regex -- control characters are what it looks for */

/**
 * What can hide or rearrange text for the reader of a terminal or a page: control characters (so also ANSI sequences),
 * marks that turn the direction of writing, characters of no width, lone surrogates. New line and tab stay.
 * https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const TREACHEROUS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text in which nothing hides: each treacherous character is written out, as `\u{202e}`. Idempotent. @public */
export function safeText(text: string): string {
  return text.replace(
    TREACHEROUS,
    char => `\\u{${char.charCodeAt(0).toString(16)}}`,
  );
}

/** A piece of a text: as it is, or one treacherous character written out. @public */
export interface TextPiece {
  readonly text: string;
  readonly hidden: boolean;
}

/** Text in pieces, so that what would hide in it can be shown as something else than text. @public */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const { 0: char, index } of text.matchAll(TREACHEROUS)) {
    if (index > from) {
      pieces.push({ text: text.slice(from, index), hidden: false });
    }
    pieces.push({ text: safeText(char), hidden: true });
    from = index + char.length;
  }
  const rest = text.slice(from);
  return rest ? [...pieces, { text: rest, hidden: false }] : pieces;
}

/** Text of at most `limit` characters; what is left out shows as `…`. @public */
export function cutText(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

/** Text for one line of Markdown, as code: nothing in it is markup or ends the code. @public */
export function codeText(text: string): string {
  const line = safeText(text).replace(/[\n\t]+/g, ' ');
  const fence = '`'.repeat(
    Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}
