import { queueEntityName } from './queueEntityName';

const arn = (name: string, account = '111111111111') =>
  `arn:aws:sqs:eu-west-1:${account}:${name}`;

describe('queueEntityName', () => {
  it.each([
    ['dev-orders', 'dev-orders'],
    ['orders', 'dev-orders'],
    ['team-dev-orders.fifo', 'team-dev-orders.fifo'],
    ['devices', 'dev-devices'],
  ])('calls %s %s', (queue, expected) => {
    expect(queueEntityName(arn(queue), { name: 'dev' })).toBe(expected);
  });

  it('keeps long names apart within what the catalog allows', () => {
    const long = `dev-${'x'.repeat(76)}`;
    const names = ['111111111111', '222222222222'].map(account =>
      queueEntityName(arn(long, account), { name: 'dev' }),
    );
    expect(names.map(({ length }) => length)).toEqual([63, 63]);
    expect(new Set(names).size).toBe(2);
  });
});
