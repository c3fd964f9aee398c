import { TimePoint } from '@slipway/platform-common';
import { DrainForecast, QueueCounts } from './types';

/** Rates are those of so many minutes: long enough to even out batches, short enough to be about now. */
const WINDOW_MS = 10 * 60_000;
/** CloudWatch lags up to two minutes, and a minute takes another to settle. */
const LAG_MS = 3 * 60_000;
/** Fewer minutes than this say nothing about a pace. */
const MIN_POINTS = 3;
/** Messages per second; less than one message in ten minutes is no movement. */
const LEAST_NET = 1 / 600;
/** As a share of what is sent; rates that are this close hold the balance. */
const STEADY_SHARE = 0.02;

/** What a forecast is made of; series are oldest first. @public */
export interface DrainInput {
  /** Live, of SQS. */
  readonly counts: Pick<QueueCounts, 'visible' | 'delayed'>;
  /** Messages per second. */
  readonly sent: readonly TimePoint[];
  /** Messages per second that consumers were done with; receives would count each retry. */
  readonly deleted: readonly TimePoint[];
  /** Waiting messages. */
  readonly visible: readonly TimePoint[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * When a queue is empty at the pace of the last ten minutes that CloudWatch has.
 *
 * What is deleted is the honest pace of consumers, but not the only way out: messages also leave to a dead-letter queue
 * or expire. Where rates and depth disagree about the direction, the depth is right.
 * @public
 */
export function drainForecast(input: DrainInput): DrainForecast {
  const waiting = input.counts.visible + input.counts.delayed;
  const rates = netOfRates(input);
  const slope = slopeOf(recent(input.visible, input.now));
  const net = agreed(rates, slope);
  if (waiting === 0) {
    return { trend: 'empty', netPerSecond: net };
  }
  if (net === undefined) {
    return { trend: 'unknown' };
  }
  const least = Math.max(LEAST_NET, STEADY_SHARE * (rates?.sent ?? 0));
  if (Math.abs(net) < least) {
    return { trend: 'steady', netPerSecond: net };
  }
  return net > 0
    ? { trend: 'growing', netPerSecond: net }
    : {
        trend: 'draining',
        seconds: Math.ceil(waiting / -net),
        netPerSecond: net,
      };
}

function agreed(
  rates: { net: number } | undefined,
  slope: number | undefined,
): number | undefined {
  if (rates === undefined || slope === undefined) {
    return rates?.net ?? slope;
  }
  const contradict =
    Math.abs(rates.net) >= LEAST_NET &&
    Math.sign(rates.net) !== Math.sign(slope);
  return contradict ? slope : rates.net;
}

function netOfRates({
  sent,
  deleted,
  now,
}: DrainInput): { net: number; sent: number } | undefined {
  const deletedAt = new Map(
    recent(deleted, now).map(({ time, value }) => [time, value]),
  );
  const pairs = recent(sent, now).flatMap(({ time, value }) => {
    const gone = deletedAt.get(time);
    return gone === undefined ? [] : [{ sent: value, gone }];
  });
  if (pairs.length < MIN_POINTS) {
    return undefined;
  }
  const mean = (values: number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanSent = mean(pairs.map(pair => pair.sent));
  return { net: meanSent - mean(pairs.map(pair => pair.gone)), sent: meanSent };
}

interface Known {
  readonly time: number;
  readonly value: number;
}

/** The last minutes that are known; none when CloudWatch went silent before that. */
function recent(points: readonly TimePoint[], now: number): Known[] {
  return points.flatMap(({ time, value }) =>
    value !== undefined && time >= now - LAG_MS - WINDOW_MS && time <= now
      ? [{ time, value }]
      : [],
  );
}

/** Least squares, per second. */
function slopeOf(points: readonly Known[]): number | undefined {
  if (points.length < MIN_POINTS) {
    return undefined;
  }
  const meanTime = points.reduce((sum, p) => sum + p.time, 0) / points.length;
  const meanValue = points.reduce((sum, p) => sum + p.value, 0) / points.length;
  const spread = points.reduce((sum, p) => sum + (p.time - meanTime) ** 2, 0);
  const shared = points.reduce(
    (sum, p) => sum + (p.time - meanTime) * (p.value - meanValue),
    0,
  );
  return spread === 0 ? undefined : (shared / spread) * 1000;
}
