import { ExpiryStage, Notice, Sighting, WatchRecord } from './types';

const MINUTE_MS = 60_000;
/** Growth after this long without any is news again. */
const QUIET_FOR_MS = 60 * MINUTE_MS;
/**
 * A queue that reads as empty may still hold messages: counts settle within a minute,
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
 */
const EMPTY_FOR_MS = MINUTE_MS;
/** The last part of the time ahead of expiry, in which it becomes critical. */
const IMMINENT_SHARE = 1 / 6;
/** Where messages are not kept for long, all of them would be near their end from the start. */
const MOST_OF_RETENTION = 1 / 2;
/** Estimates wobble: a stage is left only this far beyond where it is entered. */
const LEAVE_FACTOR = 1.1;
/** CloudWatch bills each read, and messages age at a known pace. */
const LONGEST_AGE_INTERVAL_MS = 30 * MINUTE_MS;

export interface DecideOptions {
  readonly expiresWithinMs: number;
}

/** What to remember of a queue after this look, and what its owner is to know now. Pure. */
export function decide(
  previous: WatchRecord | undefined,
  sighting: Sighting,
  options: DecideOptions,
): { record: WatchRecord; notices: Notice[] } {
  if (sighting.count === 0) {
    return { record: empty(previous, sighting), notices: [] };
  }
  const filling = decideFilling(previous, sighting);
  const expiring = decideExpiring(previous, sighting, options);
  const grew = sighting.count > (previous?.count ?? 0);
  return {
    record: {
      count: sighting.count,
      armed: false,
      grewAt: grew ? sighting.at : previous?.grewAt,
      expiryStage: expiring.stage,
      ageReadAt:
        sighting.expiry === undefined ? previous?.ageReadAt : sighting.at,
    },
    notices: [filling, expiring.notice].flatMap(notice => notice ?? []),
  };
}

/** Whether CloudWatch is to be asked for the age of the oldest message. */
export function needsAge(
  previous: WatchRecord | undefined,
  sighting: Pick<Sighting, 'at' | 'count' | 'retentionMs'>,
  options: DecideOptions,
): boolean {
  const interval = Math.min(
    LONGEST_AGE_INTERVAL_MS,
    nearness(sighting, options) / 12,
  );
  const sinceRead = sighting.at - (previous?.ageReadAt ?? -Infinity);
  return sighting.count > 0 && sinceRead >= interval;
}

/** How long before its end a message counts as near to it. */
function nearness(
  { retentionMs }: Pick<Sighting, 'retentionMs'>,
  { expiresWithinMs }: DecideOptions,
): number {
  return Math.min(expiresWithinMs, retentionMs * MOST_OF_RETENTION);
}

function empty(
  previous: WatchRecord | undefined,
  { at }: Sighting,
): WatchRecord {
  const emptyAt =
    previous?.count === 0 && previous.emptyAt !== undefined
      ? previous.emptyAt
      : at;
  const armed = !previous || previous.armed || at - emptyAt >= EMPTY_FOR_MS;
  return {
    count: 0,
    armed,
    grewAt: previous?.grewAt,
    emptyAt,
    expiryStage: armed ? 0 : previous.expiryStage,
  };
}

function decideFilling(
  previous: WatchRecord | undefined,
  { at, count }: Sighting,
): Notice | undefined {
  const notice = { kind: 'filling', at, count } as const;
  if (!previous) {
    return { ...notice, reason: 'found' };
  }
  if (previous.armed) {
    return { ...notice, reason: 'started' };
  }
  const quietFor = at - (previous.grewAt ?? -Infinity);
  return count > previous.count && quietFor >= QUIET_FOR_MS
    ? { ...notice, reason: 'growing', previousCount: previous.count }
    : undefined;
}

function decideExpiring(
  previous: WatchRecord | undefined,
  sighting: Sighting,
  options: DecideOptions,
): { stage: ExpiryStage; notice?: Notice } {
  const { at, count, expiry } = sighting;
  const told = previous?.expiryStage ?? 0;
  if (typeof expiry !== 'number') {
    return { stage: told };
  }
  const remaining = expiry - at;
  const within = nearness(sighting, options);
  const stage = stageOf(remaining, within);
  if (stage > told) {
    const reason = stage === 2 ? 'imminent' : 'near';
    return {
      stage,
      notice: { kind: 'expiring', reason, at, count, expiresAt: expiry },
    };
  }
  const left = stageOf(remaining / LEAVE_FACTOR, within);
  return { stage: left < told ? left : told };
}

function stageOf(remaining: number, within: number): ExpiryStage {
  if (remaining <= within * IMMINENT_SHARE) {
    return 2;
  }
  return remaining <= within ? 1 : 0;
}
