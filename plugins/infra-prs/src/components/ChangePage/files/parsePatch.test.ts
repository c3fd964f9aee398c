import { parsePatch } from './parsePatch';

describe('parsePatch', () => {
  it('numbers the lines of both sides, hunk by hunk', () => {
    const patch = [
      '@@ -1,2 +1,3 @@ locals {',
      ' a',
      '-b',
      '+B\r',
      '+c',
      '\\ No newline at end of file',
      '@@ -10 +11 @@',
      '-@@ not a heading',
      '+',
    ].join('\n');
    const lines = parsePatch(patch).map(({ heading, blocks }) => [
      heading,
      blocks.flatMap(block => block.lines),
    ]);
    expect(lines).toEqual([
      [
        '@@ -1,2 +1,3 @@ locals {',
        [
          { kind: 'context', text: 'a', before: 1, after: 1 },
          { kind: 'delete', text: 'b', before: 2 },
          { kind: 'insert', text: 'B', after: 2 },
          { kind: 'insert', text: 'c', after: 3, noNewline: true },
        ],
      ],
      [
        '@@ -10 +11 @@',
        [
          { kind: 'delete', text: '@@ not a heading', before: 10 },
          { kind: 'insert', text: '', after: 11 },
        ],
      ],
    ]);
  });

  it('cuts long hunks into blocks, and makes nothing of nonsense', () => {
    const patch = ['@@ -0,0 +1,700 @@', ...Array(700).fill('+x')].join('\n');
    const [{ blocks }] = parsePatch(patch);
    expect(blocks.map(({ lines }) => lines.length)).toEqual([300, 300, 100]);
    expect(blocks[2].lines.at(-1)).toMatchObject({ after: 700 });
    expect(parsePatch('')).toEqual([]);
    expect(parsePatch('<script>\n\\\n-x')).toEqual([]);
  });
});
