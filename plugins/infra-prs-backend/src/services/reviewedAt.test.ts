import { reviewedAt } from './reviewedAt';

const pull = { number: 1, updatedAt: '2026-01-01T00:00:00Z' };
const at = (seconds: number) =>
  reviewedAt(pull, Date.parse(pull.updatedAt) + seconds * 1000);

it('looks again every few seconds after an update, and then no more', () => {
  expect(at(0)).toEqual(at(4));
  expect(at(0)).not.toEqual(at(5));
  expect(at(-30)).not.toEqual(at(-20));
  expect(at(61)).toEqual(at(3600));
});
