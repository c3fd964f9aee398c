import { queueRisk, RiskInput } from './queueRisk';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const inHours = (hours: number) =>
  new Date(NOW + hours * 3_600_000).toISOString();
const risk = (input: Omit<RiskInput, 'now'>) =>
  queueRisk({ ...input, now: NOW });

describe('queueRisk', () => {
  it.each<[Omit<RiskInput, 'now'>, string, string[]]>([
    [{ visible: 0 }, 'ok', []],
    [{ visible: 12, drain: { trend: 'draining', seconds: 60 } }, 'ok', []],
    [{ visible: 12, drain: { trend: 'steady' } }, 'ok', []],
    [
      { noData: 'AWS denied sqs:GetQueueAttributes' },
      'unknown',
      ['AWS denied sqs:GetQueueAttributes'],
    ],
    [{ deadLetters: { visible: 1 } }, 'warning', ['1 dead letter']],
    [
      { deadLetters: { visible: 2_000, grownLastHour: 0 } },
      'warning',
      ['2,000 dead letters'],
    ],
    [
      { deadLetters: { visible: 42, grownLastHour: 12 } },
      'critical',
      ['42 dead letters, 12 more than an hour ago'],
    ],
    [
      { deadLetters: { visible: 42, grownLastHour: -12 } },
      'warning',
      ['42 dead letters'],
    ],
    [
      { deadLetters: { visible: 3, expires: inHours(9) } },
      'critical',
      ['The oldest dead letter is lost within 9 h', '3 dead letters'],
    ],
    [
      { deadLetters: { visible: 3, expires: inHours(60) } },
      'warning',
      ['The oldest dead letter is lost within 2 d', '3 dead letters'],
    ],
    [
      { deadLetters: { visible: 3, expires: inHours(-1) } },
      'critical',
      ['The oldest dead letter is being lost now', '3 dead letters'],
    ],
    [{ deadLetters: { visible: 0, expires: inHours(1) } }, 'ok', []],
    [
      { visible: 9, oldestAgeSeconds: 1_320, ageObjectiveSeconds: 300 },
      'critical',
      ['The oldest message waits 22 min; the objective is 5 min'],
    ],
    [
      { visible: 9, oldestAgeSeconds: 270, ageObjectiveSeconds: 300 },
      'warning',
      ['The oldest message waits 4 min; the objective is 5 min'],
    ],
    [{ visible: 9, oldestAgeSeconds: 60, ageObjectiveSeconds: 300 }, 'ok', []],
    // CloudWatch lags: the live count knows that nothing waits any more.
    [{ visible: 0, oldestAgeSeconds: 999, ageObjectiveSeconds: 300 }, 'ok', []],
    [
      { visible: 9, oldestAgeSeconds: 82_800, retentionSeconds: 86_400 },
      'critical',
      ['The oldest message is lost within 1 h'],
    ],
    [
      { visible: 9, drain: { trend: 'growing', netPerSecond: 2.34 } },
      'warning',
      ['9 waiting and growing by 2.3/s'],
    ],
    [
      { visible: 1_200, drain: { trend: 'growing', netPerSecond: 0.05 } },
      'warning',
      ['1,200 waiting and growing by 3.0/min'],
    ],
    [
      {
        visible: 9,
        ageObjectiveSeconds: 300,
        drain: { trend: 'draining', seconds: 7_200 },
      },
      'warning',
      ['Empty in 2 h only at this pace'],
    ],
    // What is known counts even when the rest could not be read.
    [
      { noData: 'throttled', deadLetters: { visible: 1 } },
      'warning',
      ['1 dead letter'],
    ],
  ])('%j is %s', (input, level, reasons) => {
    const found = risk(input);
    expect([found.level, found.reasons]).toEqual([level, reasons]);
    expect(found.score).toBeGreaterThanOrEqual(0);
    expect(found.score).toBeLessThanOrEqual(100);
  });

  it('ranks what is lost first, then what grows, then what waits', () => {
    const order = [
      { deadLetters: { visible: 1, expires: inHours(2) } },
      { deadLetters: { visible: 1, expires: inHours(20) } },
      { deadLetters: { visible: 900, grownLastHour: 500 } },
      { deadLetters: { visible: 900, grownLastHour: 5 } },
      { visible: 1, oldestAgeSeconds: 400, ageObjectiveSeconds: 300 },
      { deadLetters: { visible: 5_000 } },
      { deadLetters: { visible: 5 } },
      { visible: 5, drain: { trend: 'growing' as const, netPerSecond: 1 } },
      { visible: 5 },
      { noData: 'denied' },
    ].map(input => risk(input).score);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    expect(new Set(order).size).toBe(order.length);
  });

  it('puts more trouble before less', () => {
    const one = risk({ deadLetters: { visible: 42, grownLastHour: 12 } });
    const two = risk({
      deadLetters: { visible: 42, grownLastHour: 12 },
      visible: 5,
      drain: { trend: 'growing', netPerSecond: 1 },
    });
    expect(two.score).toBeGreaterThan(one.score);
    expect(two.reasons).toHaveLength(2);
  });
});
