import { Redrive } from '@slipway/plugin-queues-common';
import { estimateWords, movedWords, redriveProgress } from './redriveWords';

const start = Date.parse('2026-01-01T00:00:00Z');
const redrive = (more: Partial<Redrive>): Redrive => ({
  id: 'r',
  kind: 'all',
  environment: 'dev',
  queue: 'q-dlq',
  targets: ['q'],
  status: 'running',
  moved: 0,
  startedAt: new Date(start).toISOString(),
  ...more,
});

describe('estimateWords', () => {
  it.each([
    [2_000, 10, 'about 3 min 20 s at 10/s'],
    [3, 10, 'a few seconds at 10/s'],
    [100, 0, 'how long it takes is not known'],
  ])('%d messages at %d a second take %s', (count, rate, expected) => {
    expect(estimateWords(count, rate)).toBe(expected);
  });
});

describe('redriveProgress', () => {
  it.each([
    ['half way', { moved: 50, toMove: 100 }, 10, [0.5, 5, 10]],
    ['of unknown size', { moved: 50 }, 10, [undefined, 5, undefined]],
    ['beyond the estimate', { moved: 120, toMove: 100 }, 10, [1, 12, 0]],
    ['just started', { moved: 1, toMove: 9 }, 1, [1 / 9, undefined, undefined]],
  ])('%s', (_, more, seconds, [share, perSecond, secondsLeft]) => {
    expect(redriveProgress(redrive(more), start + seconds * 1_000)).toEqual({
      share,
      perSecond,
      secondsLeft,
    });
  });
});

it('counts what moved, never more than there was', () => {
  expect(movedWords(redrive({ moved: 5 }))).toBe('5');
  expect(movedWords(redrive({ moved: 120, toMove: 100 }))).toBe('120 of 120');
});
