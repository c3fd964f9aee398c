import { Entity } from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';
import { Topology, topologySchema } from '@slipway/plugin-queues-common';
import request from 'supertest';
import { queueArn } from './__fixtures__/testEntities';
import { component, queueResourceOf } from './__testUtils__/entities';
import { ReadWorld } from './__testUtils__/ReadWorld';

jest.setTimeout(60_000);

const TOPIC = 'arn:aws:sns:eu-west-1:111111111111:orders';
const allow = (service: string, source: string) => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action: 'sqs:SendMessage',
  Resource: '*',
  Condition: { ArnEquals: { 'aws:SourceArn': source } },
});

const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'shop', namespace: 'default' },
  spec: { owner: 'orders' },
  relations: ['component:default/mailer', 'component:default/shop-api'].map(
    targetRef => ({ type: 'hasPart', targetRef }),
  ),
};
const topic: Entity = {
  apiVersion: 'backstage.io/v1beta1',
  kind: 'Resource',
  metadata: {
    name: 'orders-topic',
    namespace: 'default',
    annotations: { [annotations.awsArn]: TOPIC },
  },
  spec: { type: 'sns-topic', owner: 'orders' },
  relations: [
    { type: 'dependencyOf', targetRef: 'component:default/checkout' },
  ],
};
const entities: Entity[] = [
  system,
  topic,
  component('mailer', {
    annotations: { [annotations.sqsQueueArn]: queueArn('dev-mail') },
    dependsOn: ['resource:default/dev-mail'],
  }),
  component('shop-api', { dependsOn: ['resource:default/dev-mail'] }),
  component('checkout'),
  component('lonely'),
  queueResourceOf('dev-mail', {
    dependents: [
      'component:default/mailer',
      'component:default/shop-api',
      'component:default/secret-one',
      'component:default/secret-two',
    ],
  }),
];

describe('the topology', () => {
  let world: ReadWorld;

  beforeAll(async () => {
    world = await ReadWorld.start();
    await world.createQueue('dev-mail-dlq');
    await world.createQueue('dev-mail', {
      dlq: 'dev-mail-dlq',
      attributes: {
        Policy: JSON.stringify({
          Statement: [
            allow('sns.amazonaws.com', TOPIC),
            allow(
              'events.amazonaws.com',
              'arn:aws:events:eu-west-1:111111111111:rule/shop/order-created',
            ),
            allow('sns.amazonaws.com', '<img src=x onerror=alert(1)>'),
          ],
        }),
      },
    });
    await world.send('dev-mail', 2);
    await world.send('dev-mail-dlq', 3);
  });
  afterEach(() => world.calmDown());
  afterAll(() => world.stop());

  async function draw(ref: string): Promise<Topology> {
    const server = await world.startPortal({ entities });
    const { body } = await request(server)
      .get(`/api/slipway-queues/v1/entities/${ref}/topology`)
      .expect(200);
    return topologySchema.parse(body);
  }
  /** `from -kind-> to: what the arrow says`, by label. */
  const arrows = ({ nodes, edges }: Topology) => {
    const label = (id: string) => nodes.find(node => node.id === id)?.label;
    return edges
      .map(edge =>
        [`${label(edge.from)} -${edge.kind}-> ${label(edge.to)}`, edge.label]
          .filter(Boolean)
          .join(': '),
      )
      .sort();
  };
  const everything = [
    'checkout -produces-> orders',
    'dev-mail -consumes-> mailer: 2 waiting',
    'dev-mail -gives-up-> dev-mail-dlq: 3 dead, after 5 receives',
    'orders -delivers-> dev-mail',
    'shop -delivers-> dev-mail: rule order-created',
    'shop-api -produces-> dev-mail',
  ];

  it.each([
    'component/default/mailer',
    'component/default/shop-api',
    'system/default/shop',
    'resource/default/dev-mail',
  ])('of %s leads from producers to dead letters', async ref => {
    const drawing = await draw(ref);
    expect(arrows(drawing)).toEqual(everything);
    expect(drawing.notes).toEqual([
      '2 components are left out, since you cannot see them in the catalog',
    ]);
    expect(JSON.stringify(drawing)).not.toMatch(/secret|onerror/);
  });

  it('links what the caller can see, with depth on the queues', async () => {
    const { nodes } = await draw('component/default/mailer');
    expect(
      nodes.map(({ kind, label, entityRef, visible }) => ({
        kind,
        label,
        entityRef,
        visible,
      })),
    ).toEqual(
      expect.arrayContaining([
        {
          kind: 'queue',
          label: 'dev-mail',
          entityRef: 'resource:default/dev-mail',
          visible: 2,
        },
        { kind: 'dlq', label: 'dev-mail-dlq', visible: 3 },
        {
          kind: 'topic',
          label: 'orders',
          entityRef: 'resource:default/orders-topic',
        },
        { kind: 'bus', label: 'shop' },
      ]),
    );
  });

  it('is empty where there are no queues, and says what could not be read', async () => {
    expect(await draw('component/default/lonely')).toEqual({
      nodes: [],
      edges: [],
      notes: [],
    });
    world.chaos.set('aws/SQS', { denied: true });
    const drawing = await draw('component/default/mailer');
    expect(arrows(drawing)).toEqual([
      'dev-mail -consumes-> mailer',
      'shop-api -produces-> dev-mail',
    ]);
    expect(drawing.notes[0]).toBe(
      'dev-mail: AWS denied sqs:GetQueueAttributes',
    );
  });

  it('is not there for entities that are not', async () => {
    const server = await world.startPortal({ entities });
    const path = (name: string) =>
      `/api/slipway-queues/v1/entities/component/default/${name}/topology`;
    expect((await request(server).get(path('nobody'))).status).toBe(404);
    expect((await request(server).get(path('a%0ab'))).status).toBe(400);
  });
});
