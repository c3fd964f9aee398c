/** Side of a difference, as GitHub names them: before and after. */
export type DiffSide = 'LEFT' | 'RIGHT';

/** A line of a difference, with its number before and after. */
export interface DiffLine {
  readonly kind: 'insert' | 'delete' | 'context';
  readonly text: string;
  readonly before?: number;
  readonly after?: number;
  /** The file ends here without a new line. */
  readonly noNewline?: boolean;
}

/** Lines that are coloured together: what a long comment or string spans. */
export interface DiffBlock {
  readonly lines: readonly DiffLine[];
}

/** Neighbouring lines with a heading that says where they are. */
export interface DiffHunk {
  readonly heading: string;
  readonly blocks: readonly DiffBlock[];
}

/** A block is coloured in one go, so it must not be long. */
const BLOCK_LINES = 300;

const HEADING = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;
const KINDS = { '+': 'insert', '-': 'delete' } as const;

class HunkBuilder {
  readonly #lines: DiffLine[] = [];

  constructor(
    readonly heading: string,
    private before: number,
    private after: number,
  ) {}

  add(line: string): void {
    if (line.startsWith('\\')) {
      const last = this.#lines.pop();
      if (last) this.#lines.push({ ...last, noNewline: true });
      return;
    }
    const sign = line[0];
    const kind = sign === '+' || sign === '-' ? KINDS[sign] : 'context';
    // The end of a line is no part of it, however it is written.
    const text = line.slice(1).replace(/\r$/, '');
    const before = kind === 'insert' ? undefined : this.before++;
    const after = kind === 'delete' ? undefined : this.after++;
    this.#lines.push({ kind, text, before, after });
  }

  build(): DiffHunk {
    const blocks: DiffBlock[] = [];
    for (let at = 0; at < this.#lines.length; at += BLOCK_LINES) {
      blocks.push({ lines: this.#lines.slice(at, at + BLOCK_LINES) });
    }
    return { heading: this.heading, blocks };
  }
}

/** Reads the hunks of a patch, as GitHub gives them: without file headers. */
export function parsePatch(patch: string): DiffHunk[] {
  const hunks: HunkBuilder[] = [];
  for (const line of patch.split('\n')) {
    const [, before, after] = HEADING.exec(line) ?? [];
    if (before !== undefined) {
      hunks.push(new HunkBuilder(line, Number(before), Number(after)));
    } else {
      hunks.at(-1)?.add(line);
    }
  }
  return hunks.map(hunk => hunk.build());
}
