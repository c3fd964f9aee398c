import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { queuesRedrivePermission } from '@slipway/plugin-queues-common';
import { component } from '../__testUtils__/entities';
import { ResolvedQueue } from './QueueResolver';
import { requireQueuePermission } from './requireQueuePermission';

const key = {
  arn: 'arn:aws:sqs:eu-west-1:111111111111:pay-dlq',
  name: 'pay-dlq',
  environment: {} as never,
};
const own = 'component:default/mine';
const inCatalog = (...names: string[]): ResolvedQueue => ({
  key,
  entity: component('mine'),
  isDeadLetterQueue: true,
  sources: [],
  catalog: names.map(name => ({
    entityRef: `resource:default/${name}`,
    queue: key,
    consumers: [],
    dependents: [],
  })),
});

describe('requireQueuePermission', () => {
  const ask = (queue: ResolvedQueue, allowed: string[]) =>
    requireQueuePermission({
      permissions: mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ resourceRef = '' }) => ({
            result: allowed.includes(resourceRef)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          })),
      }),
      credentials: mockCredentials.user(),
      permission: queuesRedrivePermission,
      path: { entityRef: own, environment: 'dev', queue: key.name },
      queue,
    });

  it.each([
    ['a queue that the catalog does not know', inCatalog(), [own]],
    ['a queue of their own', inCatalog('pay'), [own, 'resource:default/pay']],
  ])('lets through to %s', async (_, queue, allowed) => {
    await expect(ask(queue, allowed)).resolves.toBeUndefined();
  });

  it.each([
    [
      'whose own component names the queue of another team',
      inCatalog('pay'),
      [own],
      /dead-letters\.redrive on the queue pay-dlq itself/,
    ],
    [
      'who registered the queue of another team once more',
      inCatalog('pay', 'copy'),
      [own, 'resource:default/copy'],
      /the queue pay-dlq itself/,
    ],
    [
      'who owns the queue and not the entity of the page',
      inCatalog('pay'),
      ['resource:default/pay'],
      /redrive on component:default\/mine/,
    ],
  ])('refuses %s', async (_, queue, allowed, message) => {
    const refused = ask(queue, allowed);
    await expect(refused).rejects.toThrow(message);
    // The queue's own entity may be one that they cannot see.
    await expect(refused).rejects.not.toThrow(/resource:default/);
  });
});
