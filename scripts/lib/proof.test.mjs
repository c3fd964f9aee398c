import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOf } from './proof.mjs';

const matrix = /^(?<tried>\d+) tried, (?<passed>\d+) passed$/;
const fuzz = /^(?<tried>\d+) inputs, \d+ refused, (?<failed>\d+) escapes$/;

test('counts what the last line says', () => {
  assert.deepEqual(
    countsOf(
      { output: 'a\nSKIPPED builds\n19 tried, 18 passed\n', status: 1 },
      matrix,
    ),
    { passed: 18, failed: 1, skipped: 1 },
  );
  assert.deepEqual(
    countsOf({ output: '300 inputs, 200 refused, 0 escapes', status: 0 }, fuzz),
    { passed: 300, failed: 0, skipped: 0 },
  );
});

test('counts a run that fails without saying so', () => {
  assert.deepEqual(countsOf({ output: '', status: 0 }, matrix), {
    passed: 0,
    failed: 1,
    skipped: 0,
  });
  assert.deepEqual(
    countsOf({ output: '2 tried, 2 passed', status: 1 }, matrix),
    { passed: 2, failed: 1, skipped: 0 },
  );
});

test('counts a run that says what passed and failed, not what it tried', () => {
  const contract = /^(?<passed>\d+) passed, (?<failed>\d+) failed$/;
  assert.deepEqual(
    countsOf({ output: '61 passed, 2 failed', status: 1 }, contract),
    { passed: 61, failed: 2, skipped: 0 },
  );
});
