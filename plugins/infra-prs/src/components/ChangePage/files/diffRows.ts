import { ReactNode } from 'react';
import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { fileNote } from './fileNote';
import { DiffBlock, DiffHunk, DiffLine, DiffSide } from './parsePatch';
import { parsedFile } from './parsedFile';

/** A line where it stands, so that its block can be coloured. */
export interface PlacedLine {
  readonly block: DiffBlock;
  readonly index: number;
  readonly line: DiffLine;
}

/** A place in the files that can be linked to and spoken of. */
export interface LinePlace {
  readonly path: string;
  readonly side: DiffSide;
  readonly line: number;
}

/** What stands below a line: what people said of it. */
export interface BelowLine {
  readonly key: string;
  readonly node: ReactNode;
}

/** One row of the list of all differences. */
export type DiffRow = { readonly key: string; readonly file: ChangedFile } & (
  | { readonly type: 'file'; readonly open: boolean }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'hunk'; readonly heading: string }
  | {
      readonly type: 'line';
      readonly left?: PlacedLine;
      readonly right?: PlacedLine;
    }
  | { readonly type: 'below'; readonly node: ReactNode }
);

/** How the rows are made. */
export interface RowOptions {
  readonly view: 'unified' | 'split';
  isOpen(file: ChangedFile): boolean;
  below(place: LinePlace): readonly BelowLine[];
}

type Pair = { left?: PlacedLine; right?: PlacedLine };

function placed({ blocks }: DiffHunk): PlacedLine[] {
  return blocks.flatMap(block =>
    block.lines.map((line, index) => ({ block, index, line })),
  );
}

/** Unified: what is gone has a left side only, what is new a right one, and what stays both. */
function unifiedPairs(hunk: DiffHunk): Pair[] {
  return placed(hunk).map(at => {
    const { kind } = at.line;
    return {
      ...(kind !== 'insert' && { left: at }),
      ...(kind !== 'delete' && { right: at }),
    };
  });
}

/** Side by side: what is gone stands beside what came in its place. */
function splitPairs(hunk: DiffHunk): Pair[] {
  const pairs: Pair[] = [];
  let open: Pair[] = [];
  for (const at of placed(hunk)) {
    if (at.line.kind === 'context') {
      open = [];
      pairs.push({ left: at, right: at });
    } else if (at.line.kind === 'delete') {
      const pair: Pair = { left: at };
      open.push(pair);
      pairs.push(pair);
    } else {
      const beside = open.shift();
      if (beside) beside.right = at;
      else pairs.push({ right: at });
    }
  }
  return pairs;
}

/** The places that a pair of lines is spoken of by. */
export function placesOf(path: string, { left, right }: Pair): LinePlace[] {
  const places: LinePlace[] = [];
  if (left?.line.before !== undefined) {
    places.push({ path, side: 'LEFT', line: left.line.before });
  }
  if (right?.line.after !== undefined) {
    places.push({ path, side: 'RIGHT', line: right.line.after });
  }
  return places;
}

/** Name of a place, also in links. */
export function placeKey({ path, side, line }: LinePlace): string {
  return `${path} ${side === 'LEFT' ? 'L' : ''}${line}`;
}

function linesOf(file: ChangedFile, options: RowOptions): DiffRow[] {
  const toPairs = options.view === 'split' ? splitPairs : unifiedPairs;
  return parsedFile(file).hunks.flatMap((hunk, number) => {
    const key = `${file.path} @${number}`;
    const rows: DiffRow[] = [
      { key, file, type: 'hunk', heading: hunk.heading },
    ];
    toPairs(hunk).forEach((pair, at) => {
      rows.push({ key: `${key} ${at}`, file, type: 'line', ...pair });
      for (const place of placesOf(file.path, pair)) {
        for (const { key: below, node } of options.below(place)) {
          rows.push({ key: `${key} ${below}`, file, type: 'below', node });
        }
      }
    });
    return rows;
  });
}

/** All rows of all files, in order. */
export function diffRows(
  files: readonly ChangedFile[],
  options: RowOptions,
): DiffRow[] {
  return files.flatMap(file => {
    const open = options.isOpen(file);
    const head: DiffRow = { key: file.path, file, type: 'file', open };
    if (!open) return [head];
    const text = fileNote(file);
    return text === undefined
      ? [head, ...linesOf(file, options)]
      : [head, { key: `${file.path} note`, file, type: 'note', text }];
  });
}
