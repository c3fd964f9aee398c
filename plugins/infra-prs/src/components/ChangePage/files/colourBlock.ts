import type { Token } from './colourText';
import { DiffLanguage } from './languageOf';
import { DiffBlock, DiffLine } from './parsePatch';

/** Longer lines are the work of programs and cost a browser much. */
const LONGEST_LINE = 2_000;

/** Done when the browser has nothing better to do. */
function whenIdle(): Promise<void> {
  return new Promise(resolve => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: 500 });
    } else {
      setTimeout(resolve, 0);
    }
  });
}

/** The lines of one side, as they stand in the file. */
function sideOf({ lines }: DiffBlock, left: DiffLine['kind']): DiffLine[] {
  return lines.filter(({ kind }) => kind !== left);
}

const coloured = new WeakMap<DiffBlock, readonly Token[][]>();
const running = new WeakMap<DiffBlock, Promise<void>>();

async function colour(block: DiffBlock, language: DiffLanguage) {
  const { colourText } = await import('./colourText');
  await whenIdle();
  const byLine = new Map<DiffLine, Token[]>();
  for (const left of ['insert', 'delete'] as const) {
    const side = sideOf(block, left);
    const tokens = colourText(
      side.map(({ text }) => text).join('\n'),
      language,
    );
    side.forEach((line, at) => byLine.set(line, tokens[at] ?? []));
  }
  coloured.set(
    block,
    block.lines.map(line => byLine.get(line) ?? []),
  );
}

/** Tokens of a block's lines; undefined until {@link colourBlock} is done with it. */
export function tokensOf(block: DiffBlock): readonly Token[][] | undefined {
  return coloured.get(block);
}

/** Colours a block once, off the way of what people do. */
export function colourBlock(
  block: DiffBlock,
  language: DiffLanguage,
): Promise<void> {
  const known = running.get(block);
  if (known) return known;
  const fits = block.lines.every(({ text }) => text.length <= LONGEST_LINE);
  // A grammar that fails leaves plain text.
  const work = fits
    ? colour(block, language).catch(() => undefined)
    : Promise.resolve();
  running.set(block, work);
  return work;
}
