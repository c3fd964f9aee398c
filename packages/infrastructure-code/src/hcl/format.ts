import { toJson } from './toJson';
import { EvaluationError, toText, Unknown, Value } from './Value';

/**
 * https://developer.hashicorp.com/terraform/language/functions/format, the verbs in common use; unknown where there
 * are others.
 */
export function format(pattern: Value, ...args: Value[]): Value {
  let next = 0;
  let understood = true;
  const text = toText(pattern).replace(
    /%(?:%|(0?)(\d*)([sdqv])|)/g,
    (all, zero: string, width: string, verb?: string) => {
      if (all === '%%') return '%';
      if (verb === undefined) {
        understood = false;
        return all;
      }
      if (next >= args.length) {
        throw new EvaluationError(`Call to "format": not enough arguments`);
      }
      const value = args[next];
      next += 1;
      const shown =
        typeof value === 'object' || verb === 'q'
          ? toJson(value)
          : toText(value);
      return shown.padStart(Number(width || 0), zero ? '0' : ' ');
    },
  );
  return understood ? text : Unknown.value;
}
