import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import { toJson } from './toJson';
import { EvaluationError, fromJson, toText, Value } from './Value';

const digest =
  (algorithm: string, encoding: 'hex' | 'base64') => (text: Value) =>
    createHash(algorithm).update(toText(text)).digest(encoding);

/** Parsed text; aliases in YAML are refused, as a few of them can make a document huge. */
const decode =
  (name: string, parseText: (text: string) => unknown) => (text: Value) => {
    const source = toText(text);
    try {
      return fromJson(parseText(source));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new EvaluationError(`Call to "${name}": ${why}`);
    }
  };

/** https://developer.hashicorp.com/terraform/language/functions, those about encodings and hashes */
export const encodingFunctions: Readonly<
  Record<string, (...args: Value[]) => Value>
> = {
  jsonencode: toJson,
  jsondecode: decode('jsondecode', JSON.parse),
  yamldecode: decode('yamldecode', text => parse(text, { maxAliasCount: 0 })),
  md5: digest('md5', 'hex'),
  sha1: digest('sha1', 'hex'),
  sha256: digest('sha256', 'hex'),
  sha512: digest('sha512', 'hex'),
  base64sha256: digest('sha256', 'base64'),
  base64encode: text => Buffer.from(toText(text)).toString('base64'),
  base64decode: text => Buffer.from(toText(text), 'base64').toString('utf8'),
  urlencode: text => encodeURIComponent(toText(text)).replace(/%20/g, '+'),
};
