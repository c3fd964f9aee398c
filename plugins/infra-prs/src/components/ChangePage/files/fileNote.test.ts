import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { fileNote, isGenerated, statusWords } from './fileNote';

const file = (over: Partial<ChangedFile>): ChangedFile => ({
  path: 'a.txt',
  status: 'modified',
  additions: 0,
  deletions: 0,
  ...over,
});

const sub = (sign: string, digit: string) =>
  `${sign}Subproject commit ${digit.repeat(40)}`;

describe('fileNote', () => {
  it.each([
    [{ patch: '@@ -1 +1 @@\n+x' }, undefined],
    [{ path: 'a.png' }, 'A binary file: it has no lines to show.'],
    [
      { status: 'renamed', previousPath: 'b.txt' },
      'Renamed without a change, from b.txt.',
    ],
    [
      { additions: 30_000 },
      'Too large: GitHub leaves out its 30000 changed lines.',
    ],
    [{ status: 'changed' }, 'It became another kind of file, such as a link.'],
    [
      {},
      'Only its mode changed, such as who may run it, or it is binary: GitHub shows no lines.',
    ],
    [
      { status: 'added' },
      'An empty or a binary file: it has no lines to show.',
    ],
    [
      { patch: `@@ -1 +1 @@\n${sub('-', 'a')}\n${sub('+', 'b')}` },
      'A submodule: it moves from commit aaaaaaa to commit bbbbbbb of another repository.',
    ],
    [
      { patch: `@@ -1 +0,0 @@\n${sub('-', 'a')}` },
      'A submodule that is removed; it was at commit aaaaaaa.',
    ],
  ])('says of %j: %s', (over, note) => {
    expect(fileNote(file(over))).toBe(note);
  });

  it('tells what programs write from what people do', () => {
    const generated = ['yarn.lock', 'a/.terraform.lock.hcl', 'x/api.pb.go'];
    expect(generated.every(path => isGenerated({ path }))).toBe(true);
    const written = ['lock.tf', 'src/yarn.lock.md', 'distance/a.go'];
    expect(written.some(path => isGenerated({ path }))).toBe(false);
    expect(statusWords(file({ status: 'constructor' }))).toBeUndefined();
    expect(statusWords(file({ status: 'removed' }))).toBe('removed');
  });
});
