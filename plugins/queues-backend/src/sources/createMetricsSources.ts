import { HumanDuration } from '@backstage/types';
import { FetchEngine, Source } from '@slipway/platform-node';
import {
  HISTORY_RANGES,
  HistoryRange,
  QueueHistory,
} from '@slipway/plugin-queues-common';
import {
  ALL_SERIES,
  maxQueuesPerCall,
  MetricsRange,
} from '../clients/queueMetrics';
import { QueueKey } from '../clients/QueueKey';
import { QueueMetricsClient } from '../clients/QueueMetricsClient';
import { MetricsBudget } from '../cost/MetricsBudget';
import { sharedHistories } from './sharedValues';
import { sourceOf } from './sourceOf';

/** What the board needs of a queue that is in use: enough for a pace and an age. */
const FLOW: MetricsRange = {
  seconds: 1_200,
  period: 60,
  series: ['visible', 'oldestAge', 'sent', 'received', 'deleted'],
};
/** What it needs of one that holds dead letters: whether there are more than an hour ago, and how old they are. */
const DEAD_LETTERS: MetricsRange = {
  seconds: 4_500,
  period: 300,
  series: ['visible', 'oldestAge'],
};
/** A whole history of a queue takes some 86 KB; this is what people look at, not the fleet. */
const MAX_HISTORIES = 1_000;
/** Seconds. */
const LONGEST_PACE = 900;
/** Whether anything was sent to a queue that is empty whenever somebody looks, as one with quick consumers is. */
const PULSE: MetricsRange = { seconds: 3_600, period: 300, series: ['sent'] };
const PULSE_PACE = { full: { hours: 1 }, slower: { hours: 3 } };
const BOARD_PACE = { full: { minutes: 5 }, slower: { minutes: 15 } };

/** What is read of CloudWatch: everything here is billed. */
export interface MetricsSources {
  /** The range that cards and tabs show without being asked. */
  readonly histories: Source<QueueKey, QueueHistory>;
  readonly ranges: Readonly<
    Record<HistoryRange, Source<QueueKey, QueueHistory>>
  >;
  /** Pace and age of queues in use, for the board. */
  readonly flow: Source<QueueKey, QueueHistory>;
  /** Whether an idle queue is in use after all, for the board. */
  readonly pulse: Source<QueueKey, QueueHistory>;
  /** Growth and age of dead letters, for the board. */
  readonly deadLetters: Source<QueueKey, QueueHistory>;
}

/** @internal */
export function createMetricsSources(deps: {
  engine: FetchEngine;
  metrics: QueueMetricsClient;
  budget: MetricsBudget;
}): MetricsSources {
  const { engine, metrics, budget } = deps;
  const sourceFor = (
    range: MetricsRange,
    pace: { full: HumanDuration; slower: HumanDuration },
    maxEntries?: number,
  ) =>
    engine.createSource<QueueKey, QueueHistory>({
      ...sourceOf('cloudwatch'),
      operation: 'GetMetricData',
      ttl: () => (budget.mode() === 'full' ? pace.full : pace.slower),
      staleFor: { minutes: 30 },
      deadline: { seconds: 15 },
      concurrency: 2,
      maxBatch: maxQueuesPerCall(range),
      maxEntries,
      // Ranges are told apart by what they ask for.
      shared: {
        ...sharedHistories,
        name: `${range.seconds}/${range.period}/${range.series.length}`,
      },
      load: async (queues, options) => {
        spendOn(budget, queues, range);
        return metrics.getHistories(queues, range, options);
      },
    });
  const ofRange = ({ seconds, period }: { seconds: number; period: number }) =>
    // Points that take longer to end are not there sooner for being asked for.
    sourceFor(
      { seconds, period, series: ALL_SERIES },
      {
        full: { seconds: Math.min(period, LONGEST_PACE) },
        slower: { seconds: Math.min(period * 5, LONGEST_PACE) },
      },
      MAX_HISTORIES,
    );
  const ranges = {
    '1h': ofRange(HISTORY_RANGES['1h']),
    '3h': ofRange(HISTORY_RANGES['3h']),
    '12h': ofRange(HISTORY_RANGES['12h']),
    '1d': ofRange(HISTORY_RANGES['1d']),
    '3d': ofRange(HISTORY_RANGES['3d']),
    '7d': ofRange(HISTORY_RANGES['7d']),
    '14d': ofRange(HISTORY_RANGES['14d']),
  };
  return {
    histories: ranges['3h'],
    ranges,
    flow: sourceFor(FLOW, BOARD_PACE),
    pulse: sourceFor(PULSE, PULSE_PACE),
    deadLetters: sourceFor(DEAD_LETTERS, BOARD_PACE),
  };
}

/** Environments may share an account, and with that a batch. */
function spendOn(
  budget: MetricsBudget,
  queues: readonly QueueKey[],
  { series }: MetricsRange,
): void {
  const counts = new Map<string, number>();
  for (const { environment } of queues) {
    counts.set(environment.name, (counts.get(environment.name) ?? 0) + 1);
  }
  counts.forEach((count, name) => budget.spend(name, count * series.length));
}
