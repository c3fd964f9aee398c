import { parse } from 'yaml';
import { yamlString } from '../filters/yamlString';

/** What is put into a list or a map: the text of a block, and what it means. */
export interface Entry {
  /** Without indent; with comments. */
  readonly lines: readonly string[];
  readonly value: unknown;
}

/** An item of a list, from the text of a map or of a scalar. */
export function itemEntry(block: string): Entry {
  const [first = '', ...others] = block.split('\n');
  return {
    lines: [`- ${first}`, ...indented(others, 2)],
    value: parse(block),
  };
}

/** `name: text` */
export function pairEntry(name: string, text: string): Entry {
  return { lines: [`${yamlString(name)}: ${yamlString(text)}`], value: text };
}

/** The lines of an entry below keys that are not there yet. */
export function linesBelow(
  keys: readonly string[],
  lines: readonly string[],
): readonly string[] {
  return keys.reduceRight<readonly string[]>(
    (inner, key) => [`${yamlString(key)}:`, ...indented(inner, 2)],
    lines,
  );
}

export function indented(lines: readonly string[], by: number): string[] {
  return lines.map(line => `${' '.repeat(by)}${line}`);
}

/** A value on one line, as lists and maps in brackets hold it. */
export function flowText(value: unknown): string {
  return typeof value === 'string' ? yamlString(value) : JSON.stringify(value);
}
