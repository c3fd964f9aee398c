import { CatalogQueue } from '../services/QueueCatalog';
import { findDeadLetterQueues, Wiring } from './findDeadLetterQueues';

const arnOf = (name: string) => `arn:aws:sqs:eu-west-1:111111111111:${name}`;

function queue(name: string, owner?: string): CatalogQueue {
  return {
    queue: {
      arn: arnOf(name),
      name,
      environment: {
        name: 'dev',
        title: 'Development',
        account: '111111111111',
        region: 'eu-west-1',
        infrastructure: { path: 'live/dev' },
        protection: 'none',
        approvers: [],
      },
    },
    owner: owner && `group:default/${owner}`,
    entityRef: `resource:default/${name}`,
    consumers: [],
    dependents: [],
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

  it('leaves out what nobody owns, and policies that SQS would not take', () => {
    expect(
      find([queue('a'), queue('b', 'orders'), queue('dlq')], {
        a: to('dlq'),
        b: { dlqArn: 'arn:aws:sqs:eu-west-1:999999999999:dlq', isDlq: false },
        dlq: { isDlq: true },
      }),
    ).toEqual([]);
  });

  it('knows nothing of what was not read', () => {
    expect(find([queue('a', 'orders')], {})).toEqual([]);
  });
});
