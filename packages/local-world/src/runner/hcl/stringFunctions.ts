import { toJson } from './toJson';
import { EvaluationError, isList, toText, Value } from './Value';

/** https://developer.hashicorp.com/terraform/language/functions/format, the verbs in common use */
function format(pattern: Value, ...args: Value[]): string {
  let next = 0;
  return toText(pattern).replace(
    /%(?:%|(0?)(\d*)([sdqv]))/g,
    (all, zero: string, width: string, verb?: string) => {
      if (!verb) return '%';
      if (next >= args.length) {
        throw new EvaluationError(`Call to "format": not enough arguments`);
      }
      const value = args[next];
      next += 1;
      const text =
        typeof value === 'object' || all.endsWith('q')
          ? toJson(value)
          : toText(value);
      return text.padStart(Number(width || 0), zero ? '0' : ' ');
    },
  );
}

function regex(pattern: Value, text: Value): Value {
  const found = new RegExp(toText(pattern), 'u').exec(toText(text));
  if (!found) {
    throw new EvaluationError(
      'Call to "regex": pattern did not match any part of the given string',
    );
  }
  if (found.groups) return { ...found.groups };
  return found.length > 1 ? found.slice(1) : found[0];
}

function replaceAll(text: Value, search: Value, by: Value): string {
  const wanted = toText(search);
  const pattern = /^\/(.*)\/$/.exec(wanted);
  if (!pattern) return toText(text).replaceAll(wanted, () => toText(by));
  return toText(text).replace(new RegExp(pattern[1], 'gu'), toText(by));
}

function join(separator: Value, ...lists: Value[]): string {
  const items = lists.flatMap(list => (isList(list) ? list : [list]));
  return items.map(toText).join(toText(separator));
}

/** https://developer.hashicorp.com/terraform/language/functions, those about text */
export const stringFunctions: Readonly<
  Record<string, (...args: Value[]) => Value>
> = {
  format,
  regex,
  join,
  replace: replaceAll,
  lower: text => toText(text).toLowerCase(),
  upper: text => toText(text).toUpperCase(),
  title: text =>
    toText(text).replace(/(^|\s)\S/g, found => found.toUpperCase()),
  trimspace: text => toText(text).trim(),
  trimprefix: (text, prefix) =>
    toText(text).startsWith(toText(prefix))
      ? toText(text).slice(toText(prefix).length)
      : toText(text),
  trimsuffix: (text, suffix) =>
    toText(suffix) && toText(text).endsWith(toText(suffix))
      ? toText(text).slice(0, -toText(suffix).length)
      : toText(text),
  split: (separator, text) => toText(text).split(toText(separator)),
  substr: (text, offset, length) =>
    Number(length) < 0
      ? toText(text).slice(Number(offset))
      : toText(text).substring(Number(offset), Number(offset) + Number(length)),
  startswith: (text, prefix) => toText(text).startsWith(toText(prefix)),
  endswith: (text, suffix) => toText(text).endsWith(toText(suffix)),
  strcontains: (text, part) => toText(text).includes(toText(part)),
  chomp: text => toText(text).replace(/[\r\n]+$/, ''),
  indent: (spaces, text) =>
    toText(text).replaceAll('\n', `\n${' '.repeat(Number(spaces))}`),
  formatlist: (pattern, items) =>
    isList(items) ? items.map(item => format(pattern, item)) : [],
  regexall: (pattern, text) =>
    [...toText(text).matchAll(new RegExp(toText(pattern), 'gu'))].map(
      ([all, ...groups]) => (groups.length > 0 ? groups : all),
    ),
  strrev: text => [...toText(text)].reverse().join(''),
  trim: (text, characters) => {
    const set = new Set(toText(characters));
    const kept = [...toText(text)];
    while (kept.length > 0 && set.has(kept[0])) kept.shift();
    while (kept.length > 0 && set.has(kept[kept.length - 1])) kept.pop();
    return kept.join('');
  },
  tostring: value => (value === null ? null : toText(value)),
};
