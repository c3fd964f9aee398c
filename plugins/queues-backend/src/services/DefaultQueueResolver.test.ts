import { mockCredentials } from '@backstage/backend-test-utils';
import { component } from '../__testUtils__/entities';
import { DefaultQueueResolver } from './DefaultQueueResolver';

const ARN = 'arn:aws:sqs:eu-west-1:111111111111:';
const environment = {
  name: 'dev',
  account: '111111111111',
  region: 'eu-west-1',
};
const key = (name: string) => ({ arn: `${ARN}${name}`, name, environment });
const ok = (data: unknown) => ({ state: 'ok', data });

/** A resolver where `queues` (by name) say where their dead letters go, and the catalog knows some queues. */
function resolverOf(options: {
  queues: Record<string, { dlqArn?: string; failed?: boolean }>;
  sourceQueues?: Record<string, string[]>;
  known?: string[];
}) {
  const { queues, sourceQueues = {}, known = [] } = options;
  const attributesOf = ({ name }: { name: string }) => {
    const { dlqArn, failed } = queues[name] ?? {};
    return failed
      ? { state: 'forbidden', message: 'denied' }
      : ok({ isDlq: false, redrive: dlqArn && { dlqArn } });
  };
  return DefaultQueueResolver.create({
    environments: { get: () => environment },
    entityResources: {
      getEntity: async () => component('mine'),
      queues: async () => ({
        resources: Object.keys(queues).map(key),
        problems: [],
      }),
    },
    queueCatalog: {
      ofQueue: async (arn: string) =>
        known.filter(name => arn === `${ARN}${name}`),
    },
    sources: {
      attributes: {
        get: async (queue: { name: string }) => attributesOf(queue),
        getMany: async (keys: Array<{ name: string }>) =>
          keys.map(attributesOf),
      },
      sourceQueues: {
        get: async ({ name }: { name: string }) =>
          name in sourceQueues
            ? ok(sourceQueues[name])
            : { state: 'forbidden' },
      },
    },
  } as never);
}

const resolve = (queue: string, options: Parameters<typeof resolverOf>[0]) =>
  resolverOf(options).resolve(
    { entityRef: 'component:default/mine', environment: 'dev', queue },
    { credentials: mockCredentials.user() },
  );

describe('DefaultQueueResolver', () => {
  const queues = { pay: { dlqArn: `${ARN}pay-dlq` } };

  it('finds the dead-letter queue that a queue of the entity names', async () => {
    expect(
      await resolve('pay-dlq', { queues, known: ['pay-dlq', 'pay'] }),
    ).toMatchObject({
      key: key('pay-dlq'),
      isDeadLetterQueue: true,
      sources: [key('pay')],
      catalog: ['pay-dlq'],
    });
  });

  it('takes the owners of all queues in front for those of an unknown dead-letter queue', async () => {
    const found = await resolve('pay-dlq', {
      queues,
      sourceQueues: { 'pay-dlq': ['pay', 'refunds'] },
      known: ['pay', 'refunds'],
    });
    expect(found.catalog).toEqual(['pay', 'refunds']);
  });

  it('does not take a queue for a dead-letter queue without knowing', async () => {
    expect((await resolve('pay', { queues })).isDeadLetterQueue).toBe(false);
  });

  it.each([
    ['of another account', 'arn:aws:sqs:eu-west-1:999999999999:pay-dlq'],
    ['of another region', 'arn:aws:sqs:us-east-1:111111111111:pay-dlq'],
    ['that is no queue', 'arn:aws:sns:eu-west-1:111111111111:pay-dlq'],
    ['that is no ARN', 'pay-dlq'],
  ])('refuses a dead-letter queue %s', async (_, dlqArn) => {
    await expect(
      resolve('pay-dlq', { queues: { pay: { dlqArn } } }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });

  it('refuses nothing for want of an answer', async () => {
    const asked = resolve('pay-dlq', { queues: { pay: { failed: true } } });
    await expect(asked).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('did not answer for pay'),
    });
  });
});
