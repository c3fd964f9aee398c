import { codeOwnersOf } from './codeOwnersOf';
import { parseCodeOwners } from './parseCodeOwners';

const ownersOf = (file: string, path: string) =>
  codeOwnersOf(parseCodeOwners(file), path).join(' ');

describe('who owns a file', () => {
  // What GitHub's documentation says of each form of line.
  it.each([
    ['* @a @b', 'x/y/z.tf', '@a @b'],
    ['*.js @a #inline', 'deep/er/x.js', '@a'],
    ['*.js @a', 'x.jsx', ''],
    ['*.go docs@example.com', 'cmd/main.go', 'docs@example.com'],
    ['*.txt @acme/writers', 'a.txt', '@acme/writers'],
    ['/build/logs/ @a', 'build/logs/deep/x.log', '@a'],
    ['/build/logs/ @a', 'other/build/logs/x.log', ''],
    ['/build/logs/ @a', 'build/logs', ''],
    ['docs/* @a', 'docs/getting-started.md', '@a'],
    ['docs/* @a', 'docs/build-app/troubleshooting.md', ''],
    ['docs/* @a', 'more/docs/x.md', ''],
    ['apps/ @a', 'any/where/apps/x/y.ts', '@a'],
    ['apps/ @a', 'apps', ''],
    ['**/logs @a', 'deeply/nested/logs/x', '@a'],
    ['**/logs @a', 'logs/x', '@a'],
    ['/apps/ @a\n/apps/github', 'apps/github/x', ''],
    ['/apps/ @a\n/apps/github @b', 'apps/github', '@b'],
    ['/apps/ @a\n/apps/github @b', 'apps/other', '@a'],
    ['terraform/**/prod/*.tf @a', 'terraform/live/eu/prod/main.tf', '@a'],
    ['terraform/**/prod/*.tf @a', 'terraform/prod/main.tf', '@a'],
    ['terraform/** @a', 'terraform/x/y', '@a'],
    ['terraform/live @a', 'terraform/live/x/y', '@a'],
    ['terraform/live @a', 'x/terraform/live/y', ''],
    ['v?.tf @a', 'x/v1.tf', '@a'],
    ['my\\ file.txt @a', 'my file.txt', '@a'],
    ['/with\\ space/ @a', 'with space/x', '@a'],
    ['README @a', 'readme', ''],
    ['* @a\n*.md @b', 'x.md', '@b'],
    ['*.md @b\n* @a', 'x.md', '@a'],
    ['a+b.tf @a', 'a+b.tf', '@a'],
    ['a.b @a', 'axb', ''],
  ])('%j of %s: %s', (file, path, owners) => {
    expect(ownersOf(file, path)).toBe(owners);
  });

  it.each([
    ['* @a\n!x.tf @b', 'x.tf'],
    ['* @a\n[xy].tf @b', 'x.tf'],
    ['* @a\n\\#x.tf @b', '#x.tf'],
    ['* @a\nx.tf not-an-owner', 'x.tf'],
    ['* @a\n   \n# x.tf @b', 'x.tf'],
  ])('skips what GitHub cannot read: %j', (file, path) => {
    expect(ownersOf(file, path)).toBe('@a');
  });

  it('takes time that grows with the pattern, not with its stars', () => {
    const pattern = `${'a*'.repeat(2_000)}b`;
    const path = 'a'.repeat(4_000);
    const before = performance.now();
    expect(ownersOf(`${pattern} @a`, path)).toBe('');
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
