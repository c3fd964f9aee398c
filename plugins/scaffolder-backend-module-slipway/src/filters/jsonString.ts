import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { escapeText } from './escapeText';

// Half surrogates, which other parsers refuse, are all that JSON.stringify writes as \\ud….
const ESCAPE = /\\(?:u[0-9a-f]{4}|.)/g;
const HALF = /^\\ud/;

/**
 * A value as JSON on one line, which is YAML in flow style and a JavaScript expression too: line ends of Unicode and
 * marks of direction are escaped, and so are `<`, `>` and `&`, so that it can stand in a comment of HTML.
 *
 * @remarks https://www.rfc-editor.org/rfc/rfc8259
 * @throws InputError for nothing: an undefined value has no JSON.
 */
export function jsonString(value: JsonValue | undefined): string {
  if (value === undefined) {
    throw new InputError('The filter jsonString takes a value, not nothing');
  }
  const json = JSON.stringify(value).replace(ESCAPE, escape =>
    HALF.test(escape) ? '\ufffd' : escape,
  );
  return escapeText(json, {}).replace(
    /[<>&]/g,
    char => `\\u00${char.charCodeAt(0).toString(16)}`,
  );
}
