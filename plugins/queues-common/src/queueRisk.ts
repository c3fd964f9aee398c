import { QueueRisk } from './board';
import { inWords } from './inWords';
import { DrainForecast } from './types';

const HOUR = 3_600;

/** What a queue is ranked by; what is left out is not known and counts for nothing. @public */
export interface RiskInput {
  /** Why there are no numbers. */
  readonly noData?: string;
  readonly visible?: number;
  readonly oldestAgeSeconds?: number;
  readonly ageObjectiveSeconds?: number;
  readonly retentionSeconds?: number;
  readonly drain?: DrainForecast;
  /** Dead letters: of the queue's dead-letter queue, or its own where it is one. */
  readonly deadLetters?: {
    readonly visible?: number;
    readonly grownLastHour?: number;
    /** ISO 8601. */
    readonly expires?: string;
  };
  /** Milliseconds since the epoch. */
  readonly now: number;
}

interface Reason {
  readonly score: number;
  readonly text: string;
}

/** From this score on a queue is `critical`, or a `warning`. */
const CRITICAL = 70;
const WARNING = 30;
/** What a second and third reason add, so that more trouble comes first. */
const EXTRA = 0.1;

/** How urgent a queue is, and why in words, the worst first. @public */
export function queueRisk(input: RiskInput): QueueRisk {
  const reasons = [
    ...ofExpiry(input),
    ...ofDeadLetters(input),
    ...ofAge(input),
    ...ofRetention(input),
    ...ofDrain(input),
  ].sort((a, b) => b.score - a.score);
  if (input.noData !== undefined && reasons.length === 0) {
    return { level: 'unknown', score: 0, reasons: [input.noData] };
  }
  const [worst, ...others] = reasons.map(({ score }) => score);
  const more = others.reduce((sum, score) => sum + score * EXTRA, 0);
  // Nothing to say is still more than nothing known.
  const score = worst === undefined ? 1 : Math.min(100, worst + more);
  const level = levelOf(worst ?? 0);
  return { level, score, reasons: reasons.map(({ text }) => text) };
}

function levelOf(score: number): QueueRisk['level'] {
  if (score >= CRITICAL) {
    return 'critical';
  }
  return score >= WARNING ? 'warning' : 'ok';
}

/** 0 for one, 1 for a million: 2,000 is worse than 20, but not a hundred times. */
function magnitude(count: number): number {
  return Math.min(1, Math.log10(Math.max(1, count)) / 6);
}

function ofDeadLetters({ deadLetters }: RiskInput): Reason[] {
  const { visible = 0, grownLastHour = 0 } = deadLetters ?? {};
  if (visible === 0) {
    return [];
  }
  const letters = `${format(visible)} dead letter${visible === 1 ? '' : 's'}`;
  return grownLastHour > 0
    ? [
        {
          score: 75 + 15 * magnitude(grownLastHour),
          text: `${letters}, ${format(grownLastHour)} more than an hour ago`,
        },
      ]
    : [{ score: 40 + 15 * magnitude(visible), text: letters }];
}

function ofExpiry({ deadLetters, now }: RiskInput): Reason[] {
  const { visible = 0, expires } = deadLetters ?? {};
  if (visible === 0 || expires === undefined) {
    return [];
  }
  const left = (Date.parse(expires) - now) / 1000;
  const text =
    left > 0
      ? `The oldest dead letter is lost within ${inWords(left)}`
      : 'The oldest dead letter is being lost now';
  if (left <= 24 * HOUR) {
    return [{ score: left <= 6 * HOUR ? 95 : 85, text }];
  }
  return left <= 72 * HOUR ? [{ score: 50, text }] : [];
}

function ofAge(input: RiskInput): Reason[] {
  const { oldestAgeSeconds: age, ageObjectiveSeconds: objective } = input;
  if (age === undefined || objective === undefined || input.visible === 0) {
    return [];
  }
  const text = `The oldest message waits ${inWords(
    age,
  )}; the objective is ${inWords(objective)}`;
  if (age > objective) {
    return [{ score: age > 3 * objective ? 80 : 72, text }];
  }
  return age > 0.8 * objective ? [{ score: 35, text }] : [];
}

/** Messages that nobody takes are lost too, on the queue itself. */
function ofRetention(input: RiskInput): Reason[] {
  const { oldestAgeSeconds: age, retentionSeconds: kept } = input;
  if (age === undefined || kept === undefined || input.visible === 0) {
    return [];
  }
  const text = `The oldest message is lost within ${inWords(kept - age)}`;
  if (age > 0.9 * kept) {
    return [{ score: 90, text }];
  }
  return age > 0.5 * kept ? [{ score: 45, text }] : [];
}

function ofDrain({ drain, ageObjectiveSeconds, visible }: RiskInput): Reason[] {
  if (drain?.trend === 'growing' && visible !== undefined && visible > 0) {
    return [
      {
        score: 30 + 20 * magnitude(visible),
        text: `${format(visible)} waiting and growing by ${rate(
          drain.netPerSecond ?? 0,
        )}`,
      },
    ];
  }
  const slow = ageObjectiveSeconds ?? 24 * HOUR;
  return drain?.seconds !== undefined && drain.seconds > slow
    ? [
        {
          score: 32,
          text: `Empty in ${inWords(drain.seconds)} only at this pace`,
        },
      ]
    : [];
}

function format(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

function rate(perSecond: number): string {
  return perSecond >= 1
    ? `${perSecond.toFixed(1)}/s`
    : `${(perSecond * 60).toFixed(1)}/min`;
}
