import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** So many failures are told at most, with so many lines of each. */
const MOST = 10;
const LINES = 12;

const shorten = text =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter(line => line.trim() !== '')
    .slice(0, LINES)
    .map(line => `    ${line}`);

/**
 * Where and why tests failed, from Jest's report (`--json`): https://jestjs.io/docs/cli#--json
 *
 * @returns {Array<{name: string, why: string}>}
 */
export function jestFailures(report, root) {
  return (report?.testResults ?? []).flatMap(suite => {
    const file = path.relative(root, suite.name);
    const tests = suite.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(test => ({
        name: `${file} › ${test.fullName}`,
        why: test.failureMessages.join('\n'),
      }));
    // A suite that did not run has a message and no tests.
    return suite.status === 'failed' && tests.length === 0
      ? [{ name: file, why: suite.message }]
      : tests;
  });
}

/** The same from Playwright's report (reporter `json`): https://playwright.dev/docs/api/class-testreporter */
export function playwrightFailures(report) {
  const inside = suite => [
    ...(suite.suites ?? []).flatMap(inside),
    ...(suite.specs ?? [])
      .filter(({ ok }) => !ok)
      .map(spec => ({
        name: `${spec.file}:${spec.line} › ${spec.title}`,
        why: spec.tests
          .flatMap(({ results }) => results)
          .flatMap(({ errors }) => errors)
          .map(({ message, location }) =>
            location ? `at line ${location.line}: ${message}` : message,
          )
          .join('\n'),
      })),
  ];
  return (report?.suites ?? []).flatMap(inside);
}

/** What the end of a run says of its failures, so that who sees only the end of its output knows where to look. */
export function failureLines(failures) {
  const lines = failures
    .slice(0, MOST)
    .flatMap(({ name, why }) => [`  ${name}`, ...shorten(why)]);
  const more = failures.length - MOST;
  return more > 0 ? [...lines, `  and ${more} more`] : lines;
}
