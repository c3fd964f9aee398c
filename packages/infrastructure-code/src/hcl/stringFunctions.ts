import { format } from './format';
import { EvaluationError, isList, toText, Unknown, Value } from './Value';

const MAX_PATTERN = 500;

function regex(pattern: Value, text: Value): Value {
  const compiled = compile(toText(pattern));
  if (!compiled) return Unknown.value;
  const found = compiled.exec(toText(text));
  if (!found) {
    throw new EvaluationError(
      'Call to "regex": pattern did not match any part of the given string',
    );
  }
  if (found.groups) return { ...found.groups };
  return found.length > 1 ? found.slice(1).map(part => part ?? null) : found[0];
}

function replaceAll(text: Value, search: Value, by: Value): Value {
  const wanted = toText(search);
  const pattern = /^\/(.*)\/$/s.exec(wanted);
  if (!pattern) return toText(text).replaceAll(wanted, () => toText(by));
  const compiled = compile(pattern[1], 'gu');
  return compiled ? toText(text).replace(compiled, toText(by)) : Unknown.value;
}

function regexall(pattern: Value, text: Value): Value {
  const compiled = compile(toText(pattern), 'gu');
  if (!compiled) return Unknown.value;
  return [...toText(text).matchAll(compiled)].map(([all, ...groups]) =>
    groups.length > 0 ? groups.map(group => group ?? null) : all,
  );
}

/** RE2 and JavaScript agree on what is in common use; a pattern that JavaScript refuses has unknown matches. */
function compile(pattern: string, flags = 'u'): RegExp | undefined {
  if (pattern.length > MAX_PATTERN) return undefined;
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

/** Each list gives one argument; what is no list is the same for all. */
function formatlist(pattern: Value, ...args: Value[]): Value {
  const sizes = args.filter(isList).map(list => list.length);
  return Array.from({ length: Math.min(...sizes, 1_000) }, (_, at) =>
    format(pattern, ...args.map(arg => (isList(arg) ? arg[at] : arg))),
  );
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
  formatlist,
  regexall,
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
