import {
  EvaluationError,
  isList,
  isObject,
  Unknown,
  Value,
} from '../hcl/Value';
import { Json } from './moduleSchema';

/** Converts a value to the type of a variable, as far as the type is a simple one; others are taken as they are. */
export function convertType(
  type: Json | undefined,
  value: Value,
  name: string,
): Value {
  if (value === null || value instanceof Unknown) return value;
  const text = typeof type === 'string' ? type.replace(/^\$\{|\}$/g, '') : '';
  const refuse = (wanted: string): never => {
    throw new EvaluationError(
      `Invalid value for input variable "${name}": ${wanted} required`,
    );
  };
  if (text === 'string') {
    return typeof value === 'object' ? refuse('string') : String(value);
  }
  if (text === 'number') {
    const number = typeof value === 'string' && value ? Number(value) : value;
    const good = typeof number === 'number' && !Number.isNaN(number);
    return good ? number : refuse('a number');
  }
  if (text === 'bool') {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    return refuse('bool');
  }
  if (/^(list|set)\(/.test(text) && !isList(value)) return refuse('list');
  if (/^(map|object)\(/.test(text) && !isObject(value)) return refuse('map');
  return value;
}
