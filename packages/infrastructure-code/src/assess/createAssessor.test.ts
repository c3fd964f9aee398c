import { createAssessor } from './createAssessor';

const queue = (name: string, values: Record<string, unknown> = {}) => ({
  address: `aws_sqs_queue.${name}`,
  type: 'aws_sqs_queue',
  module: '',
  values: {
    name: `${name}-dlq`,
    sqs_managed_sse_enabled: true,
    tags: { owner: 'o', system: 's', component: 'c' },
    ...values,
  },
});
const open = { sqs_managed_sse_enabled: false };

describe('createAssessor', () => {
  const environment = { name: 'prod', region: 'eu-west-1', protected: true };

  it('finds what a change newly breaks, not what was broken before', async () => {
    const assess = await createAssessor(environment);
    const rulesOf = (before: object[], after: object[]) =>
      assess(
        before.map(values => queue('q', { ...values })),
        after.map(values => queue('q', { ...values })),
      ).findings.map(({ rule, address }) => `${rule} ${address}`);
    const broken = ['policy:sqs-encrypted aws_sqs_queue.q'];
    expect(rulesOf([{}], [open])).toEqual(broken);
    expect(rulesOf([], [open])).toEqual(broken);
    expect(rulesOf([open], [open])).toEqual([]);
    expect(rulesOf([open], [])).toEqual([]);
  });

  // By the table: 1 to 100 million requests at 0.40 for a million.
  it.each<[string, string[], string[], number, number]>([
    ['a queue more', [], ['a'], 0.4, 40],
    ['a queue less', ['a'], [], -0.4, -40],
    ['as many', ['a'], ['a'], 0, 0],
    ['another', ['a'], ['b'], 0, 0],
  ])('prices %s', async (_, before, after, low, high) => {
    const assess = await createAssessor(environment);
    const named = (names: string[]) => names.map(name => queue(name, { name }));
    const { cost } = assess(named(before), named(after));
    expect(cost.delta).toEqual({ low, high });
    const difference = cost.after.high - cost.before.high;
    expect(difference).toBeCloseTo(high, 2);
  });

  it('stays quick with thousands of resources, and says what it left out', async () => {
    const assess = await createAssessor(environment);
    const many = Array.from({ length: 3_000 }, (_, n) => queue(`q${n}`));
    const changed = many.map((each, n) =>
      n === 2_999 ? queue(`q${n}`, open) : each,
    );
    const started = performance.now();
    const { findings, notes } = assess(many, changed);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(findings.map(({ address }) => address)).toEqual([
      'aws_sqs_queue.q2999',
    ]);
    expect(notes).toEqual([
      'The policy was applied to 1 of 3000 resources: there are too many',
    ]);
  });
});
