import type { HclFunction } from './callFunction';
import { HclValue, isList, UNKNOWN } from './HclValue';

const MAX_PATTERN = 500;

/** Functions over text and numbers. All arguments are known. */
export const textFunctions: Readonly<Record<string, HclFunction>> = {
  abs: value => Math.abs(Number(value)),
  ceil: value => Math.ceil(Number(value)),
  floor: value => Math.floor(Number(value)),
  max: (...values) => Math.max(...values.map(Number)),
  min: (...values) => Math.min(...values.map(Number)),
  endswith: (text, end) => String(text).endsWith(String(end)),
  startswith: (text, start) => String(text).startsWith(String(start)),
  strcontains: (text, part) => String(text).includes(String(part)),
  lower: text => String(text).toLocaleLowerCase('en-US'),
  upper: text => String(text).toLocaleUpperCase('en-US'),
  trimspace: text => String(text).trim(),
  trimprefix: (text, start) =>
    String(text).startsWith(String(start))
      ? String(text).slice(String(start).length)
      : text,
  trimsuffix: (text, end) =>
    String(text).endsWith(String(end))
      ? String(text).slice(0, String(text).length - String(end).length)
      : text,
  substr: (text, start, length) =>
    String(text).substr(
      Number(start),
      Number(length) < 0 ? undefined : Number(length),
    ),
  join: (separator, list = []) =>
    isList(list) ? list.map(String).join(String(separator)) : undefined,
  split: (separator, text) => String(text).split(String(separator)),
  format: (text, ...values) => formatText(String(text), values),
  replace: (text, what, by) =>
    replaceText(String(text), String(what), String(by)),
  regex: (pattern, text) => {
    const compiled = compile(String(pattern));
    if (!compiled) return UNKNOWN;
    const found = compiled.exec(String(text));
    if (!found) return undefined;
    return found.length > 1
      ? found.slice(1).map(part => part ?? null)
      : found[0];
  },
  tostring: value => (value === null ? null : String(value)),
  tonumber: value => (Number.isNaN(Number(value)) ? undefined : Number(value)),
  tobool: value =>
    ['true', 'false'].includes(String(value))
      ? String(value) === 'true'
      : undefined,
};

function replaceText(text: string, what: string, by: string): HclValue {
  if (!/^\/.*\/$/s.test(what)) return text.replaceAll(what, by);
  const pattern = compile(what.slice(1, -1), 'gu');
  return pattern ? text.replace(pattern, by) : UNKNOWN;
}

/** RE2 and JavaScript agree on what our modules use; what JavaScript refuses is taken as unknown. */
function compile(pattern: string, flags = 'u'): RegExp | undefined {
  if (pattern.length > MAX_PATTERN) return undefined;
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

function formatText(text: string, values: readonly HclValue[]): HclValue {
  let index = 0;
  let understood = true;
  const result = text.replace(/%(%|[^a-zA-Z%]*[a-zA-Z])/g, (verb, rest) => {
    if (rest === '%') return '%';
    if (!['s', 'd', 'v'].includes(rest)) understood = false;
    const value = values[index];
    index += 1;
    return String(value ?? verb);
  });
  return understood ? result : UNKNOWN;
}
