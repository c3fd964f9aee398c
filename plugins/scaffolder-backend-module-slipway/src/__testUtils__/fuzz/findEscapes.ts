import { parse as parseHcl } from '@cdktn/hcl2json';
import { parseAllDocuments } from 'yaml';
import { maskCode } from './maskCode';

/** What the control run says where a hostile one says something else. */
export const MARK = 'MarkOfTheControlRun';

/** Whether a text of the control run holds what a hostile one may have other. */
export function isMarked(text: string): boolean {
  return /markof/i.test(text);
}

/** A file rendered from harmless answers and the same from hostile ones. */
export interface RenderedPair {
  readonly path: string;
  readonly control: string;
  readonly hostile: string;
  /** The text that stands in the place of the mark. */
  readonly text: string;
}

/** How the hostile text got out of being data in this file; undefined when it did not. */
export async function findEscape(
  pair: RenderedPair,
): Promise<string | undefined> {
  const { path, control, hostile } = pair;
  if (!isMarked(control)) {
    return control === hostile ? undefined : 'differs, though it has no text';
  }
  const extension = path.split('.').at(-1) ?? '';
  switch (extension) {
    case 'tf':
      return sameTree(
        await parseHcl(path, control),
        await parseHcl(path, hostile),
        leaf => /(?<![$])[$]\{|(?<!%)%\{/.test(leaf),
      );
    case 'json':
      return sameTree(JSON.parse(control), JSON.parse(hostile));
    case 'yaml':
    case 'yml':
      return sameYaml(pair);
    case 'java':
    case 'go':
    case 'ts':
    case 'tsx':
      return sameCode(pair, extension);
    case 'md':
      return sameLines(pair);
    default:
      return `has text from a person, and no rule for .${extension}`;
  }
}

function sameYaml({ path, control, hostile, text }: RenderedPair) {
  const read = (source: string) =>
    parseAllDocuments(source).map(document => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJS();
    });
  const isWorkflow = path.includes('.github/workflows/');
  return sameTree(
    read(control),
    read(hostile),
    leaf => isWorkflow && leaf.includes('${{'),
    (leaf, other) =>
      leaf === MARK && other !== text ? 'changes the text' : undefined,
  );
}

/** Compares trees: only leaves with the mark may differ, and none may be refused. */
function sameTree(
  control: unknown,
  hostile: unknown,
  isRefused: (leaf: string) => boolean = () => false,
  check: (leaf: string, other: string) => string | undefined = () => undefined,
  at = '$',
): string | undefined {
  if (typeof control === 'string' && isMarked(control)) {
    if (typeof hostile !== 'string') return `${at} is no text`;
    if (isRefused(hostile)) return `${at} opens an expression`;
    const problem = check(control, hostile);
    return problem && `${at} ${problem}`;
  }
  if (!isTree(control) || !isTree(hostile)) {
    return Object.is(control, hostile) ? undefined : `${at} differs`;
  }
  const keys = Object.keys(control);
  if (keys.join('\0') !== Object.keys(hostile).join('\0')) {
    return `${at} has other keys`;
  }
  for (const key of keys) {
    const problem = sameTree(
      control[key],
      hostile[key],
      isRefused,
      check,
      `${at}.${key}`,
    );
    if (problem) return problem;
  }
  return undefined;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function sameCode(
  { control, hostile }: RenderedPair,
  extension: string,
): string | undefined {
  const before = maskCode(control, extension);
  const after = maskCode(hostile, extension);
  if (before.code !== after.code) return 'changes the code';
  const problem = before.masked.findIndex((literal, index) => {
    const other = after.masked[index];
    if (!isMarked(literal)) return literal !== other;
    return other[0] === '`' && /(?<!\\)\$\{/.test(other);
  });
  return problem < 0 ? undefined : `changes literal ${problem}`;
}

// HTML, a link, an image, code or a mention that Markdown would act on.
const ACTIVE = /<(?!!)|(?<!\\)[`[\]]|(?<!&#)@|<!--/;

// With the kind and namespace before it, where it is a ref.
const MARKED_WORD = /[\w:/-]*markof\w*/gi;

function sameLines({ control, hostile }: RenderedPair): string | undefined {
  const before = control.split(/\r\n|[\n\r\u2028\u2029\u0085]/);
  const after = hostile.split(/\r\n|[\n\r\u2028\u2029\u0085]/);
  if (before.length !== after.length) return 'has other lines';
  for (const [index, line] of before.entries()) {
    const other = after[index];
    if (!isMarked(line)) {
      if (line !== other) return `changes line ${index + 1}`;
      continue;
    }
    const marks = [...line.matchAll(MARKED_WORD)];
    const head = line.slice(0, marks[0].index);
    const last = marks[marks.length - 1];
    const tail = line.slice(last.index + last[0].length);
    if (!other.startsWith(head) || !other.endsWith(tail)) {
      return `changes what is around it in line ${index + 1}`;
    }
    const inside = other.slice(head.length, other.length - tail.length);
    if (ACTIVE.test(inside)) return `is active in line ${index + 1}`;
  }
  return undefined;
}
