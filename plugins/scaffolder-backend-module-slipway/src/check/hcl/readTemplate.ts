import { Expression } from './Expression';
import { TextCursor } from './TextCursor';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/**
 * Reads text with `${…}` in it up to the closing quote, or to the end where there is none around it.
 *
 * @param readExpression - reads what stands between `${` and `}`
 */
export function readTemplate(
  cursor: TextCursor,
  readExpression: (cursor: TextCursor) => Expression,
  options: { readonly quoted: boolean },
): Expression {
  const parts: Expression[] = [];
  let text = '';
  const finishText = () => {
    if (text) parts.push({ kind: 'literal', value: text });
    text = '';
  };
  while (!(options.quoted ? cursor.looksAt('"') : cursor.atEnd)) {
    if (cursor.atEnd) cursor.refuse('expected "');
    if (cursor.take('$${')) text += '${';
    else if (cursor.take('%%{')) text += '%{';
    else if (cursor.looksAt('%{')) cursor.refuse('a template directive');
    else if (cursor.take('${')) {
      finishText();
      cursor.take('~');
      parts.push(readExpression(cursor));
      cursor.skipSpace();
      cursor.take('~');
      cursor.expect('}');
    } else if (options.quoted && cursor.take('\\')) text += readEscape(cursor);
    else text += cursor.next();
  }
  finishText();
  return asExpression(parts);
}

/** `"${x}"` is x itself, whatever its type. */
function asExpression(parts: readonly Expression[]): Expression {
  const [first] = parts;
  if (!first) return { kind: 'literal', value: '' };
  return parts.length === 1 ? first : { kind: 'template', parts };
}

function readEscape(cursor: TextCursor): string {
  const character = cursor.next();
  if (character === 'u' || character === 'U') {
    const digits = Array.from({ length: character === 'u' ? 4 : 8 }, () =>
      cursor.next(),
    ).join('');
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  return ESCAPES[character] ?? cursor.refuse('an unknown escape');
}
