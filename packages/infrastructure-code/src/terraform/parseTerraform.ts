import { parse } from '@cdktn/hcl2json';
import { fromJson, isList, isObject, Value, ValueObject } from '../hcl/Value';
import { Block, SourceFile } from './Block';
import { Diagnostic } from './Diagnostic';

const CACHED_FILES = 1_000;
const cache = new Map<string, Promise<ValueObject>>();
/** `main.tf:2,6-3,1: Invalid expression; Expected …` */
const PLACE = /:(\d+),(\d+)(?:-[\d,]+)?: ([^]*?)\]?$/;
const LABELS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
]);

/**
 * Parses a file of Terraform's language.
 *
 * @remarks Modules are the same in every run: what was parsed once is kept by its text.
 * @returns what is wrong when the text is not HCL.
 */
export async function parseTerraform(
  path: string,
  text: string,
): Promise<SourceFile | Diagnostic> {
  let content = cache.get(text);
  if (!content) {
    content = parse('file.tf', text).then(toRecord);
    if (cache.size >= CACHED_FILES) cache.clear();
    cache.set(text, content);
  }
  try {
    return { path, text, content: await content };
  } catch (error) {
    return syntaxError(path, error instanceof Error ? error.message : '');
  }
}

/** Blocks of a file, flat. */
export function blocksOf(file: SourceFile): Block[] {
  return Object.entries(file.content).flatMap(([type, value]) =>
    collect(value, LABELS.get(type) ?? 0).map(({ labels, body }) => ({
      type,
      labels,
      body,
      file,
    })),
  );
}

function collect(
  value: Value,
  depth: number,
  labels: readonly string[] = [],
): { labels: readonly string[]; body: ValueObject }[] {
  if (depth > 0) {
    return isObject(value)
      ? Object.entries(value).flatMap(([label, inner]) =>
          collect(inner, depth - 1, [...labels, label]),
        )
      : [];
  }
  return isList(value)
    ? value.filter(isObject).map(body => ({ labels, body }))
    : [];
}

function toRecord(json: unknown): ValueObject {
  const value = fromJson(json);
  return isObject(value) ? value : {};
}

function syntaxError(path: string, message: string): Diagnostic {
  const [, line, column, what] = PLACE.exec(message) ?? [];
  const [summary = '', ...detail] = (what ?? '').split('; ');
  return what
    ? {
        file: path,
        line: Number(line),
        column: Number(column),
        summary,
        detail: detail.join('; ') || undefined,
      }
    : { file: path, summary: 'The file cannot be read', detail: message };
}
