import { TimePoint } from '@slipway/platform-common';
import { QueueHistory, Redrive } from '@slipway/plugin-queues-common';
import { countOf, nameOf } from './redriveText';

/** What is known of a queue that messages would return to. */
export interface SourceFacts {
  readonly name: string;
  readonly history?: QueueHistory;
}

/** What a preview is made of. */
export interface PreviewFacts {
  readonly count: number;
  readonly fifo: boolean;
  readonly readOnly: boolean;
  readonly isDeadLetterQueue: boolean;
  readonly sources: readonly SourceFacts[];
  /** Why nobody may redrive it. */
  readonly flags: readonly string[];
  readonly running?: Redrive;
  readonly history?: QueueHistory;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Why a redrive cannot be started, each with who or what can change that. */
export function blockersOf(facts: PreviewFacts): string[] {
  const { running } = facts;
  const blockers = facts.flags.map(
    flag => `${flag}. Ask the owner of the queue to change that`,
  );
  if (facts.readOnly) {
    blockers.push(
      'Slipway is read-only: slipway.queues.readOnly is set. Ask the platform team',
    );
  }
  if (!facts.isDeadLetterQueue || facts.sources.length === 0) {
    blockers.push(
      'No SQS queue sends its dead letters here, so SQS does not know where to. Set the redrive_policy of the source queue in Terraform',
    );
  }
  if (running) {
    const who = running.startedBy
      ? `${nameOf(running.startedBy)} started a redrive at ${running.startedAt}`
      : `A redrive was started outside of Slipway at ${running.startedAt}`;
    blockers.push(`${who}. Wait until it is over, or cancel it`);
  }
  if (facts.count === 0) blockers.push('There are no dead letters to move');
  return blockers;
}

/** What to think of before starting one. */
export function risksOf(facts: PreviewFacts): string[] {
  return [
    ...recentRisk(facts),
    ...facts.sources.slice(0, 10).flatMap(consumerRisk),
    'Consumers may have handled part of these messages before they failed: they have to bear getting them twice',
    'SQS counts moved messages as new: new ids, receive counts from 0, retention from the start',
    ...(facts.fifo
      ? [
          'FIFO: order is kept among the moved messages only; newer ones of the same group may have been handled before them',
        ]
      : []),
  ];
}

/** When the last message went to the dead-letter queue, as far as its depth tells. */
function recentRisk({ history, now }: PreviewFacts): string[] {
  const last = lastRise(history?.visible ?? []);
  if (last === undefined) return [];
  const minutes = Math.max(1, Math.round((now - last) / 60_000));
  return minutes <= 60
    ? [
        `The cause may not be fixed: the last message became a dead letter about ${countOf(
          minutes,
          'minute',
        )} ago`,
      ]
    : [];
}

function lastRise(points: readonly TimePoint[]): number | undefined {
  const known = points.flatMap(({ time, value }) =>
    value === undefined ? [] : [{ time, value }],
  );
  for (let at = known.length - 1; at > 0; at -= 1) {
    if (known[at].value > known[at - 1].value) return known[at].time;
  }
  return undefined;
}

function latest(points: readonly TimePoint[] = []): number | undefined {
  return points.findLast(({ value }) => value !== undefined)?.value;
}

/** Half an hour, in points of a minute. */
const RECENT = 30;

function consumerRisk({ name, history }: SourceFacts): string[] {
  if (!history) return [];
  const depth = history.visible.slice(-RECENT);
  const before = depth.find(({ value }) => value !== undefined)?.value;
  const now = latest(depth);
  const received = history.received
    .slice(-RECENT)
    .some(({ value = 0 }) => value > 0);
  if (now !== undefined && now > 0 && !received) {
    return [
      `Nobody takes messages from ${name}: ${countOf(
        now,
        'message',
      )} wait there, and none was received for half an hour`,
    ];
  }
  return now !== undefined && before !== undefined && now > before * 1.5 + 10
    ? [
        `${name} is growing as it is: its consumers do not keep up with ${countOf(
          now,
          'waiting message',
        )}`,
      ]
    : [];
}
