import { colourBlock, tokensOf } from './colourBlock';
import { languageOf } from './languageOf';
import { parsePatch } from './parsePatch';

const kindOf = (word: string, tokens: ReturnType<typeof tokensOf>) =>
  tokens?.flat().find(({ text }) => text.includes(word))?.kind;

async function colour(path: string, patch: string) {
  const [{ blocks }] = parsePatch(patch);
  const language = languageOf(path);
  if (!language) throw new Error(`${path} has no colours`);
  expect(tokensOf(blocks[0])).toBeUndefined();
  await colourBlock(blocks[0], language);
  return tokensOf(blocks[0]);
}

describe('colourBlock', () => {
  it.each([
    ['main.tf', '+resource "aws_sqs_queue" "this" {', 'resource', 'keyword'],
    ['a.yaml', '+replicas: 3', '3', 'number'],
    ['a.json', '+{"a": true}', 'true', 'boolean'],
    ['Dockerfile', '+FROM node:24', 'FROM', 'keyword'],
    ['a.ts', '+const a = 1;', 'const', 'keyword'],
    ['main.go', '+func main() {', 'func', 'keyword'],
    ['A.java', '+class A {', 'class', 'keyword'],
    ['a.md', '+# Title', '#', 'punctuation'],
    ['a.sh', '+if true; then', 'if', 'keyword'],
  ])('knows %s', async (path, line, word, kind) => {
    const tokens = await colour(path, `@@ -0,0 +1 @@\n${line}`);
    expect(kindOf(word, tokens)).toBe(kind);
  });

  it('reads each side by itself, so that what is gone does not colour what is new', async () => {
    const tokens = await colour(
      'a.ts',
      '@@ -1,3 +1,3 @@\n-/* begins\n+let\n x\n-ends */\n+y;',
    );
    expect(tokens?.map(line => line[0]?.kind)).toEqual([
      'comment',
      'keyword',
      undefined,
      'comment',
      undefined,
    ]);
  });

  it('leaves very long lines as they are, and knows no colours for other files', async () => {
    const long = `@@ -0,0 +1 @@\n+${'x'.repeat(3_000)}`;
    expect(await colour('a.json', long)).toBeUndefined();
    expect(languageOf('a.constructor')).toBeUndefined();
    expect(languageOf('LICENSE')).toBeUndefined();
  });
});
