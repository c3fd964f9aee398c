import { createHash } from 'node:crypto';
import { parse, YAMLParseError } from 'yaml';
import { toJson } from './toJson';
import { EvaluationError, jsonSchema, toText, Value } from './Value';

const digest =
  (algorithm: string, encoding: 'hex' | 'base64') => (text: Value) =>
    createHash(algorithm).update(toText(text)).digest(encoding);

function yamldecode(text: Value): Value {
  try {
    return jsonSchema.parse(parse(toText(text)) ?? null);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new EvaluationError(`Call to "yamldecode": ${error.message}`);
  }
}

function jsondecode(text: Value): Value {
  try {
    return jsonSchema.parse(JSON.parse(toText(text)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new EvaluationError(`Call to "jsondecode": ${error.message}`);
  }
}

/** https://developer.hashicorp.com/terraform/language/functions, those about encodings and hashes */
export const encodingFunctions: Readonly<
  Record<string, (...args: Value[]) => Value>
> = {
  jsonencode: toJson,
  jsondecode,
  yamldecode,
  md5: digest('md5', 'hex'),
  sha1: digest('sha1', 'hex'),
  sha256: digest('sha256', 'hex'),
  sha512: digest('sha512', 'hex'),
  base64sha256: digest('sha256', 'base64'),
  base64encode: text => Buffer.from(toText(text)).toString('base64'),
  base64decode: text => Buffer.from(toText(text), 'base64').toString('utf8'),
  urlencode: text => encodeURIComponent(toText(text)).replace(/%20/g, '+'),
};
