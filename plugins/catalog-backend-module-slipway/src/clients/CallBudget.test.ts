import { CallBudget } from './CallBudget';

const dev = { account: '111111111111', region: 'eu-west-1' };
const signal = new AbortController().signal;

describe('CallBudget', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function callsIn(seconds: number, budget: CallBudget) {
    const call = jest.fn();
    for (let i = 0; i < 1_000; i++) {
      void budget.take(dev, signal).then(call);
    }
    await jest.advanceTimersByTimeAsync(seconds * 1_000);
    return call.mock.calls.length;
  }

  it('lets so many calls a second through, after a small burst', async () => {
    const calls = await callsIn(10, new CallBudget(20));
    expect(calls).toBeGreaterThanOrEqual(200);
    expect(calls).toBeLessThanOrEqual(207);
  });

  it('does not save up', async () => {
    const budget = new CallBudget(20);
    await budget.take(dev, signal);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await callsIn(1, budget)).toBeLessThanOrEqual(27);
  });

  it('counts accounts and regions apart, and ends with the signal', async () => {
    const budget = new CallBudget(1);
    await callsIn(0, budget);
    await budget.take({ ...dev, region: 'us-east-1' }, signal);
    const ended = budget.take(
      { ...dev, account: '222222222222' },
      AbortSignal.abort(new Error('too late')),
    );
    await expect(ended).rejects.toThrow('too late');
  });
});
