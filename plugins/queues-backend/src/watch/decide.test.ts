import { decide, needsAge } from './decide';
import { WatchRecord } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const options = { expiresWithinMs: 24 * HOUR };

/** Minutes since the start, messages, and hours until the oldest expires where that was read. */
type Step = [minute: number, count: number, hoursLeft?: number | 'unknown'];

/** Lets a queue be looked at, and says which notices came at which minute. */
function watch(steps: readonly Step[]): string[] {
  let record: WatchRecord | undefined;
  return steps.flatMap(([minute, count, left]) => {
    const at = minute * MINUTE;
    const expiry = typeof left === 'number' ? at + left * HOUR : left;
    const sighting = { at, count, expiry, retentionMs: 336 * HOUR };
    const decided = decide(record, sighting, options);
    record = decided.record;
    return decided.notices.map(
      ({ kind, reason }) => `${minute} ${kind} ${reason}`,
    );
  });
}

describe('decide', () => {
  it.each<[string, Step[], string[]]>([
    [
      'says nothing of a queue that stays empty',
      [
        [0, 0],
        [2, 0],
        [4, 0],
      ],
      [],
    ],
    [
      'tells once of old dead letters that it finds at first',
      [
        [0, 7],
        [2, 7],
        [4, 7],
        [600, 7],
      ],
      ['0 filling found'],
    ],
    [
      'tells when an empty queue gets its first dead letter',
      [
        [0, 0],
        [2, 1],
      ],
      ['2 filling started'],
    ],
    [
      'tells once of a queue that fills and fills',
      [
        [0, 0],
        [2, 1],
        [4, 30],
        [6, 500],
        [50, 900],
        [100, 1_200],
        [150, 1_300],
      ],
      ['2 filling started'],
    ],
    [
      'tells again of growth after a quiet hour',
      [
        [0, 0],
        [2, 5],
        [4, 6],
        [63, 6],
        [65, 7],
        [67, 8],
      ],
      ['2 filling started', '65 filling growing'],
    ],
    [
      'does not call it growth when there are fewer, or as many',
      [
        [0, 0],
        [2, 5],
        [90, 5],
        [92, 4],
        [94, 4],
      ],
      ['2 filling started'],
    ],
    [
      'counts from what is left, not from the most there ever were',
      [
        [0, 0],
        [2, 50],
        [30, 3],
        [100, 4],
      ],
      ['2 filling started', '100 filling growing'],
    ],
    [
      'tells again after the queue was emptied',
      [
        [0, 0],
        [2, 5],
        [4, 0],
        [6, 0],
        [8, 2],
      ],
      ['2 filling started', '8 filling started'],
    ],
    [
      'is not fooled by a single count of nothing, which SQS calls approximate',
      [
        [0, 0],
        [2, 5],
        [4, 0],
        [6, 5],
        [8, 6],
      ],
      ['2 filling started'],
    ],
    [
      'warns a day ahead, and once more when it becomes critical',
      [
        [0, 3, 30],
        [30, 3, 25],
        [60, 3, 23.9],
        [90, 3, 23.4],
        [120, 3, 3.9],
        [150, 3, 1],
      ],
      ['0 filling found', '60 expiring near', '120 expiring imminent'],
    ],
    [
      'goes to critical at once where there is no time left',
      [[0, 3, 2]],
      ['0 filling found', '0 expiring imminent'],
    ],
    [
      'does not repeat itself when the estimate wobbles about the line',
      [
        [0, 3, 23.9],
        [30, 3, 24.1],
        [60, 3, 23.8],
      ],
      ['0 filling found', '0 expiring near'],
    ],
    [
      'warns anew when those that were near are gone and others come near',
      [
        [0, 3, 20],
        [30, 2, 200],
        [60, 2, 23],
      ],
      ['0 filling found', '0 expiring near', '60 expiring near'],
    ],
    [
      'warns anew of what becomes critical after other critical ones were saved',
      [
        [0, 3, 2],
        [30, 2, 20],
        [60, 2, 3],
      ],
      ['0 filling found', '0 expiring imminent', '60 expiring imminent'],
    ],
    [
      'warns anew after the queue was emptied',
      [
        [0, 3, 2],
        [2, 0],
        [4, 0],
        [6, 1, 300],
        [36, 1, 20],
      ],
      [
        '0 filling found',
        '0 expiring imminent',
        '6 filling started',
        '36 expiring near',
      ],
    ],
    [
      'concludes nothing where CloudWatch is silent or was not asked',
      [
        [0, 3, 20],
        [30, 3, 'unknown'],
        [32, 3],
        [60, 3, 19],
      ],
      ['0 filling found', '0 expiring near'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(watch(steps)).toEqual(expected);
  });

  it.each([
    [96, 25, []],
    [96, 23, ['near']],
    [10, 6, []],
    [10, 4, ['near']],
    [10, 0.8, ['imminent']],
  ])(
    'of messages kept for %i h that have %f h left it says %j',
    (retention, left, expected) => {
      const { notices } = decide(
        undefined,
        {
          at: 0,
          count: 1,
          retentionMs: retention * HOUR,
          expiry: left * HOUR,
        },
        options,
      );
      expect(notices.slice(1).map(({ reason }) => reason)).toEqual(expected);
    },
  );

  it('asks CloudWatch for ages each half hour, more often where little time is left for a warning', () => {
    const seen = (minute: number, retentionHours = 96) => ({
      at: minute * MINUTE,
      count: 1,
      retentionMs: retentionHours * HOUR,
    });
    const { record } = decide(
      undefined,
      { ...seen(0), expiry: 'unknown' },
      options,
    );
    expect(needsAge(undefined, seen(0), options)).toBe(true);
    expect(needsAge(record, seen(29), options)).toBe(false);
    expect(needsAge(record, seen(30), options)).toBe(true);
    expect(needsAge(record, seen(5, 2), options)).toBe(true);
    expect(needsAge(record, { ...seen(30), count: 0 }, options)).toBe(false);
    // What was not answered is asked again.
    expect(decide(record, seen(1), options).record.ageReadAt).toBe(0);
  });
});
