import { costByEnvironment } from './costByEnvironment';
import { CostDelta } from './costDelta';

const range = (low: number, high: number) => ({ low, high });
const cost = (low: number, high: number, more: Partial<CostDelta> = {}) => ({
  currency: 'USD',
  asOf: '2025-05-01',
  note: '',
  before: range(10, 20),
  after: range(10 + low, 20 + high),
  delta: range(low, high),
  items: [],
  notEstimated: [],
  ...more,
});

describe('costByEnvironment', () => {
  it('adds up what roots of an environment cost, savings among them, and all', () => {
    const summary = costByEnvironment([
      { environment: 'dev', cost: cost(0.1, 4) },
      { environment: 'dev', cost: cost(0.2, -6) },
      { environment: 'prod', cost: cost(-30, -5) },
      { environment: 'test' },
    ]);
    expect(summary).toMatchObject({
      environments: [
        {
          environment: 'dev',
          unpriced: 0,
          cost: {
            delta: range(0.3, -2),
            before: range(20, 40),
            after: range(20.3, 38),
          },
        },
        { environment: 'prod', cost: { delta: range(-30, -5) } },
        { environment: 'test', unpriced: 1 },
      ],
      total: { currency: 'USD', delta: range(-29.7, -7) },
      unpriced: 1,
    });
    expect(summary?.environments[2]).not.toHaveProperty('cost');
  });

  it('adds up no two currencies, and says nothing of what has no price', () => {
    const summary = costByEnvironment([
      { environment: 'dev', cost: cost(1, 2) },
      { environment: 'prod', cost: cost(1, 2, { currency: 'EUR' }) },
    ]);
    expect(summary).not.toHaveProperty('total');
    expect(costByEnvironment([{ environment: 'dev' }])).toBeUndefined();
  });
});
