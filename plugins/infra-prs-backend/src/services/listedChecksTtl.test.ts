import { durationToMilliseconds } from '@backstage/types';
import { CheckFacts } from './changeFacts';
import { listedChecksTtl } from './listedChecksTtl';

const now = Date.parse('2026-01-10T00:00:00Z');
const MINUTE_MS = 60_000;
const check = (extra: Partial<CheckFacts>): CheckFacts => ({
  id: 30,
  name: 'slipway/plan',
  status: 'completed',
  conclusion: 'success',
  completedAt: '2026-01-01T00:00:00Z',
  ...extra,
});
const ttl = (...checks: CheckFacts[]) =>
  durationToMilliseconds(listedChecksTtl(checks, now)) / MINUTE_MS;

it('is seconds where there are none yet, or one is not done', () => {
  expect(ttl()).toBe(0.25);
  const pending = check({ status: 'in_progress', completedAt: undefined });
  expect(ttl(check({}), pending)).toBe(0.25);
});

it('grows with how long ago the last one ended, up to a bound', () => {
  expect(ttl(check({ completedAt: '2026-01-09T23:59:00Z' }))).toBe(3);
  expect(ttl(check({ completedAt: '2026-01-09T20:00:00Z' }))).toBe(12);
  expect(ttl(check({}))).toBe(30);
});

it('is not the same for all that is old', () => {
  const all = [30, 31, 45, 59].map(id => ttl(check({ id })));
  expect(new Set(all).size).toBe(4);
  expect(Math.max(...all)).toBeLessThan(60);
});
