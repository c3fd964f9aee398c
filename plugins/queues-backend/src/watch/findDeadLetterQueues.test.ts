import { CatalogQueue } from './CatalogQueues';
import { findDeadLetterQueues, Wiring } from './findDeadLetterQueues';

const arnOf = (name: string) => `arn:aws:sqs:eu-west-1:111111111111:${name}`;

function queue(name: string, owner: string): CatalogQueue {
  return {
    arn: arnOf(name),
    name,
    owner: `group:default/${owner}`,
    entityRef: `resource:default/${name}`,
    environment: {
      name: 'dev',
      title: 'Development',
      account: '111111111111',
      region: 'eu-west-1',
      infrastructure: { path: 'live/dev' },
      protection: 'none',
      approvers: [],
    },
  };
}

const find = (
  queues: readonly CatalogQueue[],
  wirings: Record<string, Wiring>,
) =>
  findDeadLetterQueues(
    queues,
    new Map(Object.entries(wirings).map(([name, w]) => [arnOf(name), w])),
  ).map(({ name, owner, entityRef, sources }) => ({
    name,
    owner: owner.split('/')[1],
    shown: entityRef.split('/')[1],
    sources,
  }));

const to = (name: string) => ({ dlqArn: arnOf(name), isDlq: false });

describe('findDeadLetterQueues', () => {
  it('goes by the owner of the dead-letter queue itself', () => {
    expect(
      find([queue('a', 'orders'), queue('dlq', 'platform')], { a: to('dlq') }),
    ).toEqual([
      { name: 'dlq', owner: 'platform', shown: 'dlq', sources: ['a'] },
    ]);
  });

  it('goes by a source where nobody owns the dead-letter queue, and lists it once', () => {
    expect(
      find([queue('b', 'orders'), queue('a', 'payments')], {
        a: to('dlq'),
        b: to('dlq'),
      }),
    ).toEqual([
      { name: 'dlq', owner: 'orders', shown: 'b', sources: ['a', 'b'] },
    ]);
  });

  it('takes a queue at its word that it is one, when its sources are not known', () => {
    expect(
      find([queue('dlq', 'orders'), queue('plain', 'orders')], {
        dlq: { isDlq: true },
        plain: { isDlq: false },
      }),
    ).toEqual([{ name: 'dlq', owner: 'orders', shown: 'dlq', sources: [] }]);
  });

  it('knows nothing of what was not read', () => {
    expect(find([queue('a', 'orders')], {})).toEqual([]);
  });
});
