import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { escapeText } from './escapeText';

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
  return escapeText(JSON.stringify(replaceHalves(value)), {}).replace(
    /[<>&]/g,
    char => `\\u00${char.charCodeAt(0).toString(16)}`,
  );
}

/** JSON.stringify writes half surrogates as escapes, which other parsers refuse. */
function replaceHalves(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  );
}
