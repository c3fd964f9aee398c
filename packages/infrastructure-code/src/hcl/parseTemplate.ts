import { Expression } from './Expression';
import { TemplateSections } from './TemplateSections';
import { interpolationEnd } from './Tokens';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

function unescape(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gs,
    (_all, short?: string, long?: string, char?: string) => {
      const code = short ?? long;
      if (code) return String.fromCodePoint(parseInt(code, 16));
      return escapes[char ?? ''] ?? char ?? '';
    },
  );
}

/**
 * Reads a template: text with `${…}` and `%{ if … }` in it. One that is a single interpolation is that expression.
 *
 * @param escaped - whether backslash escapes are still in the text
 */
export function parseTemplate(
  text: string,
  escaped: boolean,
  parse: (source: string) => Expression,
): Expression {
  const sections = new TemplateSections(text, parse);
  let literal = '';
  const flush = () => {
    const value = escaped ? unescape(literal) : literal;
    if (value) sections.add({ kind: 'literal', value });
    literal = '';
  };
  for (let at = 0; at < text.length; at++) {
    const two = text.slice(at, at + 2);
    const sign = two === '${' || two === '%{';
    if (sign && text[at - 1] === text[at] && literal.endsWith(text[at])) {
      // `$${` stands for `${`: the first sign is in the literal already.
      literal += '{';
      at += 1;
    } else if (sign) {
      const end = interpolationEnd(text, at + 2);
      const source = text.slice(at + 2, end).replace(/^~|~$/g, '');
      flush();
      if (two === '${') sections.add(parse(source));
      else sections.direct(source.trim(), at);
      at = end;
    } else if (escaped && text[at] === '\\') {
      literal += text.slice(at, at + 2);
      at += 1;
    } else literal += text[at];
  }
  flush();
  return sections.end();
}
