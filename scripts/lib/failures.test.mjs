import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureLines, jestFailures, playwrightFailures } from './failures.mjs';

const jestReport = {
  testResults: [
    {
      name: '/repo/plugins/a/a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'adds', failureMessages: [] },
        {
          status: 'failed',
          fullName: 'takes away',
          failureMessages: ['\u001b[31mExpected: 1\u001b[39m\n\nReceived: 2'],
        },
      ],
    },
    {
      name: '/repo/plugins/b/b.test.ts',
      status: 'failed',
      message: 'Cannot find module',
      assertionResults: [],
    },
  ],
};

const playwrightReport = {
  suites: [
    {
      specs: [{ ok: true, title: 'loop', file: 'loop.test.ts', line: 3 }],
      suites: [
        {
          specs: [
            {
              ok: false,
              title: 'reviews',
              file: 'reviews.test.ts',
              line: 7,
              tests: [
                {
                  results: [
                    {
                      errors: [
                        { message: 'not visible', location: { line: 41 } },
                        { message: 'Test timeout of 300000ms exceeded.' },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

describe('failures', () => {
  it('names the tests that failed in Jest, and suites that did not run', () => {
    assert.deepEqual(failureLines(jestFailures(jestReport, '/repo')), [
      '  plugins/a/a.test.ts › takes away',
      '    Expected: 1',
      '    Received: 2',
      '  plugins/b/b.test.ts',
      '    Cannot find module',
    ]);
  });

  it('says at which step a browser test failed', () => {
    assert.deepEqual(failureLines(playwrightFailures(playwrightReport)), [
      '  reviews.test.ts:7 › reviews',
      '    at line 41: not visible',
      '    Test timeout of 300000ms exceeded.',
    ]);
  });

  it('stays short, and says what it left out', () => {
    const long = Array.from({ length: 12 }, (_, index) => ({
      name: `test ${index}`,
      why: 'line\n'.repeat(100),
    }));
    const lines = failureLines(long);
    assert.equal(lines.length, 10 * 13 + 1);
    assert.equal(lines.at(-1), '  and 2 more');
  });

  it('has nothing to say of a run that left no report', () => {
    assert.deepEqual(jestFailures(undefined, '/repo'), []);
    assert.deepEqual(playwrightFailures(undefined), []);
  });
});
