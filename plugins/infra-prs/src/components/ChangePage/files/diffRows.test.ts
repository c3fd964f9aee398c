import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { diffRows, DiffRow, placeKey } from './diffRows';

const file: ChangedFile = {
  path: 'main.tf',
  status: 'modified',
  additions: 2,
  deletions: 2,
  patch: '@@ -1,3 +1,3 @@\n same\n-old 1\n-old 2\n+new 1\n+new 2\n+new 3',
};
const options = {
  view: 'unified',
  isOpen: () => true,
  below: () => [],
} as const;

const words = (row: DiffRow) =>
  row.type === 'line'
    ? [row.left?.line.text, row.right?.line.text]
    : [row.type];

describe('diffRows', () => {
  it('lists each line once, or side by side with what came in its place', () => {
    expect(diffRows([file], options).map(words)).toEqual([
      ['file'],
      ['hunk'],
      ['same', 'same'],
      ['old 1', undefined],
      ['old 2', undefined],
      [undefined, 'new 1'],
      [undefined, 'new 2'],
      [undefined, 'new 3'],
    ]);
    const split = diffRows([file], { ...options, view: 'split' });
    expect(split.map(words).slice(2)).toEqual([
      ['same', 'same'],
      ['old 1', 'new 1'],
      ['old 2', 'new 2'],
      [undefined, 'new 3'],
    ]);
  });

  it('shows nothing of a closed file, and a note in place of lines', () => {
    const image = {
      ...file,
      path: 'a.png',
      patch: undefined,
      additions: 0,
      deletions: 0,
    };
    const rows = diffRows([file, image], {
      ...options,
      isOpen: ({ path }) => path === 'a.png',
    });
    expect(rows.map(({ type }) => type)).toEqual(['file', 'file', 'note']);
  });

  it('puts below a line what is said of it, on its side', () => {
    const said = new Set(['main.tf L2', 'main.tf 2']);
    const rows = diffRows([file], {
      ...options,
      below: place =>
        said.has(placeKey(place)) ? [{ key: placeKey(place), node: '' }] : [],
    });
    expect(rows.map(words).slice(2, 8)).toEqual([
      ['same', 'same'],
      ['old 1', undefined],
      ['below'],
      ['old 2', undefined],
      [undefined, 'new 1'],
      ['below'],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  it('makes rows of 300 files and of 20,000 lines in no time', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `+line ${n}`);
    const long = {
      ...file,
      path: 'long.tf',
      patch: `@@ -0,0 +1,20000 @@\n${lines.join('\n')}`,
    };
    const many = Array.from({ length: 300 }, (_, n) => ({
      ...file,
      path: `${n}.tf`,
    }));
    const started = performance.now();
    const rows = diffRows([long, ...many], options);
    expect(rows).toHaveLength(20_002 + 300 * 8);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
