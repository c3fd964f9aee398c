import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longFunctions } from './functionLengths.mjs';

const body = lines => '  work();\n'.repeat(lines);

test('functions over the limit are named with place and length', async () => {
  const text = `function short() {\n${body(3)}}\nconst long = () => {\n${body(
    12,
  )}};\n`;
  const found = await longFunctions([{ file: 'a.ts', text }], 10);
  assert.deepEqual(found, [{ file: 'a.ts', line: 6, name: 'long', lines: 14 }]);
});

test('lines of a function inside count for that one only', async () => {
  const text = `function outer() {\n${body(4)}  const inner = () => {\n${body(
    8,
  )}  };\n}\n`;
  assert.deepEqual(await longFunctions([{ file: 'a.ts', text }], 10), []);
});
