import { Redrive } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatNumber,
  formatRate,
} from '@slipway/platform-react';

/** `1 message`, `1,234 messages`. */
export function messagesWords(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'message' : 'messages'}`;
}

/** Seconds that a redrive of so many messages takes, as `about 3 min at 10/s`. */
export function estimateWords(count: number, perSecond: number): string {
  const rate = formatRate(perSecond);
  const seconds = count / perSecond;
  if (!Number.isFinite(seconds)) return 'how long it takes is not known';
  return seconds < 5
    ? `a few seconds at ${rate}`
    : `about ${formatDuration(Math.round(seconds))} at ${rate}`;
}

/** Whether messages are still moving. */
export function isRunning({ status }: Redrive): boolean {
  return (
    status === 'starting' || status === 'running' || status === 'cancelling'
  );
}

/** `42 of 2,000`; `42` where it is not known of how many. */
export function movedWords({ moved, toMove }: Redrive): string {
  return toMove === undefined
    ? formatNumber(moved)
    : `${formatNumber(moved)} of ${formatNumber(Math.max(toMove, moved))}`;
}

/** How far a running redrive is. */
export interface RedriveProgress {
  /** 0 to 1; left out where it is not known how many there are to move. */
  readonly share?: number;
  /** Messages per second since it started. */
  readonly perSecond?: number;
  readonly secondsLeft?: number;
}

/** Seconds after which the pace of a redrive says something. */
const SETTLED = 3;

/** Reads the progress from what moved since the start; `now` in milliseconds. */
export function redriveProgress(
  redrive: Redrive,
  now: number,
): RedriveProgress {
  const { moved, toMove } = redrive;
  const seconds = (now - Date.parse(redrive.startedAt)) / 1000;
  const perSecond =
    seconds >= SETTLED && moved > 0 ? moved / seconds : undefined;
  if (!toMove) return { perSecond };
  // SQS estimates how many there are: there can be more.
  const left = Math.max(0, toMove - moved);
  return {
    share: Math.min(1, moved / toMove),
    perSecond,
    secondsLeft: perSecond && left / perSecond,
  };
}
