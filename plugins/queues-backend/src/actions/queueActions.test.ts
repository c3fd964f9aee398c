import { mockCredentials } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { ActWorld } from '../__testUtils__/ActWorld';

jest.setTimeout(60_000);

const messages = Array.from({ length: 3 }, (_, id) => ({
  body: JSON.stringify({
    customer: 'Olivia Secret',
    error: { type: 'PaymentRefused', message: `card ${id}, token=abc123` },
  }),
}));

describe('actions of agents', () => {
  let world: ActWorld;
  beforeAll(async () => {
    world = await ActWorld.start();
  });
  afterEach(() => world.stopPortals());
  afterAll(() => world?.stop());

  type DeadLetters = Awaited<ReturnType<ActWorld['deadLetters']>>;
  const call = (
    it: DeadLetters,
    name: string,
    input: JsonObject,
    credentials = mockCredentials.user(),
  ) => it.actions.invoke({ id: `test:${name}`, input, credentials });
  const queueOf = (it: DeadLetters) => ({
    entityRef: 'component:default/orders',
    environment: 'dev',
    queue: it.dlq,
  });

  it('are offered truthfully, and redrive only where it is switched on', async () => {
    const it = await world.deadLetters(messages);
    const { actions } = await it.actions.list();
    expect(actions.map(({ name, attributes }) => [name, attributes])).toEqual([
      [
        'list-queues-at-risk',
        { readOnly: true, destructive: false, idempotent: true },
      ],
      [
        'get-queue-state',
        { readOnly: true, destructive: false, idempotent: true },
      ],
      [
        'summarize-dead-letters',
        { readOnly: true, destructive: false, idempotent: false },
      ],
    ]);
    const on = await world.deadLetters(messages, {
      config: { redrive: { agents: true } },
    });
    const redrive = on.actions.actions.get('test:redrive-dead-letters');
    expect(redrive?.attributes).toEqual({
      readOnly: false,
      destructive: true,
      idempotent: false,
    });
    for (const { visibilityPermission } of on.actions.actions.values()) {
      expect(visibilityPermission?.name).toBe('slipway.queues.agents.read');
    }
  });

  it('read states, and the board of what the user may see', async () => {
    const it = await world.deadLetters(messages);
    const state = await call(it, 'get-queue-state', {
      entityRef: 'Component:default/orders',
    });
    expect(state.output).toMatchObject({
      queues: [
        {
          queue: it.source,
          environment: 'dev',
          state: 'ok',
          deadLetterQueue: it.dlq,
          deadLetters: 3,
        },
      ],
    });
    const resource = {
      ...ActWorld.component('queue', [it.source]),
      apiVersion: 'backstage.io/v1beta1',
      kind: 'Resource',
      spec: { type: 'sqs-queue', owner: 'group:default/orders' },
    };
    const portal = await world.portal({ entities: [...it.entities, resource] });
    const atRisk = async (input: JsonObject) => {
      const { output } = await call(
        { ...it, ...portal },
        'list-queues-at-risk',
        input,
      );
      return output;
    };
    expect(await atRisk({})).toMatchObject({
      total: 1,
      queues: [
        {
          queue: it.source,
          environment: 'dev',
          deadLetterQueue: it.dlq,
          deadLetters: 3,
        },
      ],
    });
    expect(await atRisk({ environment: 'prod' })).toEqual({
      total: 0,
      queues: [],
    });
    expect(await atRisk({ owner: 'group:default/others' })).toMatchObject({
      total: 0,
    });
  });

  it('summarize without a word of a message', async () => {
    const it = await world.deadLetters(messages);
    const { output } = await call(it, 'summarize-dead-letters', queueOf(it));
    expect(output).toMatchObject({
      total: 3,
      sample: 3,
      groups: [
        {
          title: 'PaymentRefused: card <n>, token=[masked]',
          count: 3,
          by: 'exception',
        },
      ],
    });
    expect(JSON.stringify(output)).not.toMatch(/Olivia|abc123/);
    expect(it.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'messages-peek',
        meta: expect.objectContaining({
          agent: true,
          userRef: 'user:default/mock',
        }),
      }),
    );
  });

  it('redrive as the user, with the confirmation of the user', async () => {
    const it = await world.deadLetters(messages, {
      config: { redrive: { agents: true } },
    });
    await expect(
      call(it, 'redrive-dead-letters', { ...queueOf(it), confirm: 'yes' }),
    ).rejects.toThrow('confirm must be the name');
    const { output } = await call(it, 'redrive-dead-letters', {
      ...queueOf(it),
      confirm: it.dlq,
    });
    expect(output).toMatchObject({
      status: 'running',
      toMove: 3,
      velocity: 10,
      targets: [it.source],
    });
    const { body } = await it.get('redrives');
    expect(body.redrives).toMatchObject([{ startedBy: 'user:default/mock' }]);
  });

  it('ask the same permissions as routes, and act for people only', async () => {
    const it = await world.deadLetters(messages, {
      config: { redrive: { agents: true } },
      denies: () => true,
    });
    const redrive = { ...queueOf(it), confirm: it.dlq };
    for (const [name, input] of [
      ['get-queue-state', { entityRef: 'component:default/orders' }],
      ['summarize-dead-letters', queueOf(it)],
      ['redrive-dead-letters', redrive],
    ] as const) {
      await expect(call(it, name, input)).rejects.toThrow(
        /You lack the permission slipway.queues/,
      );
      await expect(
        it.actions.invoke({
          id: `test:${name}`,
          input,
          credentials: mockCredentials.service(),
        }),
      ).rejects.toThrow(/are for people/);
    }
    expect(world.count(it.dlq)).toBe(3);
  });

  it.each([
    ['entityRef', { entityRef: 'x' }],
    ['queue', { queue: 'arn:aws:sqs:eu-west-1:111111111111:q' }],
    ['environment', { environment: 'No Such' }],
  ])('say which input is wrong: %s', async (field, wrong) => {
    const it = await world.deadLetters(messages);
    await expect(
      call(it, 'summarize-dead-letters', { ...queueOf(it), ...wrong }),
    ).rejects.toThrow(field);
  });

  it('tell failures of AWS as such', async () => {
    const it = await world.deadLetters(messages);
    world.world.chaos.set('aws/SQS/ReceiveMessage', { denied: true });
    await expect(
      call(it, 'summarize-dead-letters', queueOf(it)),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('AWS denied sqs:ReceiveMessage'),
    });
  });
});
