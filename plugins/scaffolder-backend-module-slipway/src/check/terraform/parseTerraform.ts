import { parse } from '@cdktn/hcl2json';
import { Finding } from '../Finding';
import {
  fromJson,
  HclRecord,
  HclValue,
  isList,
  isRecord,
} from '../hcl/HclValue';
import { Block, SourceFile } from './SourceFile';

const CACHED_FILES = 1_000;
const cache = new Map<string, Promise<HclRecord>>();
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
 * @returns a finding when the text is not HCL.
 */
export async function parseTerraform(
  path: string,
  text: string,
): Promise<SourceFile | Finding> {
  let content = cache.get(text);
  if (!content) {
    content = parse('file.tf', text).then(toRecord);
    if (cache.size >= CACHED_FILES) cache.clear();
    cache.set(text, content);
  }
  try {
    return { path, text, content: await content };
  } catch (error) {
    return syntaxFinding(path, error instanceof Error ? error.message : '');
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
  value: HclValue,
  depth: number,
  labels: readonly string[] = [],
): { labels: readonly string[]; body: HclRecord }[] {
  if (depth > 0) {
    return isRecord(value)
      ? Object.entries(value).flatMap(([label, inner]) =>
          collect(inner, depth - 1, [...labels, label]),
        )
      : [];
  }
  return isList(value)
    ? value.filter(isRecord).map(body => ({ labels, body }))
    : [];
}

function toRecord(json: unknown): HclRecord {
  const value = fromJson(json);
  return isRecord(value) ? value : {};
}

function syntaxFinding(path: string, message: string): Finding {
  const [, line, column, what] = PLACE.exec(message) ?? [];
  return {
    id: 'terraform-syntax',
    severity: 'error',
    file: path,
    line: line ? Number(line) : undefined,
    message: what
      ? `Not valid HCL, column ${column}: ${what.replace('; ', ': ')}`
      : 'Not valid HCL',
    reason:
      'Terraform cannot read the file, so nothing in its folder could be planned.',
    fix: 'Correct the syntax at this place.',
  };
}
