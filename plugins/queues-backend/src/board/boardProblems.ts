import { SourceResult } from '@slipway/platform-common';
import { BoardResponse, BoardRow } from '@slipway/plugin-queues-common';
import { NOT_READ_YET } from './toBoardRow';

type Problem = BoardResponse['sources'][number];

/** The environments that could not be read, wholly or in part: one dead account is one line, not a thousand. */
export function boardProblems(
  rows: readonly BoardRow[],
  metrics: ReadonlyArray<SourceResult<unknown>>,
): Problem[] {
  const totals = count(rows.map(({ environment }) => environment));
  return [
    ...worstOf(
      rows
        .filter(({ message }) => message && message !== NOT_READ_YET)
        .map(row => ({ ...row, upstream: 'sqs' })),
      totals,
    ),
    ...worstOf(
      metrics.flatMap(({ source, state, message, fix }) =>
        message && source.environment
          ? [
              {
                upstream: 'cloudwatch',
                environment: source.environment,
                state,
                message,
                fix,
              },
            ]
          : [],
      ),
      totals,
    ),
  ];
}

interface Failure {
  readonly upstream: string;
  readonly environment: string;
  readonly state: SourceResult<unknown>['state'];
  readonly message?: string;
  readonly fix?: string;
}

/** The most frequent failure of each environment, and of how many queues. */
function worstOf(
  failures: readonly Failure[],
  totals: ReadonlyMap<string, number>,
): Problem[] {
  // A queue that was deleted is no failure of its environment.
  const real = failures.filter(({ state }) => state !== 'not_found');
  const environments = new Set(real.map(({ environment }) => environment));
  return [...environments].map(environment => {
    const own = real.filter(failure => failure.environment === environment);
    const counts = count(own.map(({ message = '' }) => message));
    const [worst] = [...own].sort(
      (a, b) =>
        (counts.get(b.message ?? '') ?? 0) - (counts.get(a.message ?? '') ?? 0),
    );
    return {
      state: worst.state,
      source: { upstream: worst.upstream, environment },
      data: { queues: own.length },
      message: `${own.length} of ${totals.get(environment) ?? 0} queues: ${
        worst.message
      }`,
      fix: worst.fix,
    };
  });
}

function count(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  texts.forEach(text => counts.set(text, (counts.get(text) ?? 0) + 1));
  return counts;
}
