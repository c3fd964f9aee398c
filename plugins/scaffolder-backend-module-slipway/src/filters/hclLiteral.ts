import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { quoted } from './quoted';

/**
 * A value as an HCL literal that `terraform fmt` leaves alone: strings quoted, so that neither quotes nor
 * `${` and `%{` reach the parser as syntax.
 *
 * @remarks https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 * @throws InputError for what has no literal: objects and null.
 */
export function hclLiteral(value: JsonValue | undefined): string {
  if (typeof value === 'string') return hclString(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(hclLiteral).join(', ')}]`;
  throw new InputError(
    `The filter hcl takes text, a number, a boolean or a list, not ${
      value === null || value === undefined ? 'nothing' : typeof value
    }`,
  );
}

function hclString(text: string): string {
  return quoted(text).replace(/([$%])(?=\{)/g, '$1$1');
}
