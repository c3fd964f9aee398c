import { runHistories } from './__testUtils__/histories/runHistories';

jest.setTimeout(120_000);

it('never merges what was not approved, whatever happens in which order', async () => {
  const result = await runHistories(300, 1);
  expect(result.violations).toEqual([]);
  // It is about something: people got things approved and merged, and were refused.
  expect(result.merged).toBeGreaterThan(50);
  expect(result.approved).toBeGreaterThan(50);
  expect(result.itself).toBeGreaterThan(5);
  expect(result.glass).toBeGreaterThan(2);
  expect(result.refused).toBeGreaterThan(300);
});
