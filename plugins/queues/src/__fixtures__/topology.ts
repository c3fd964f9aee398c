import { Topology } from '@slipway/plugin-queues-common';

/** A shop: two services send to a topic, which feeds two queues with a dead-letter queue each. */
export const topology: Topology = {
  nodes: [
    {
      id: 'component:default/checkout',
      kind: 'component',
      label: 'checkout',
      entityRef: 'component:default/checkout',
    },
    {
      id: 'topic',
      kind: 'topic',
      label: 'orders-created',
      environment: 'prod',
    },
    { id: 'bus', kind: 'bus', label: 'shop-events', environment: 'prod' },
    {
      id: 'q1',
      kind: 'queue',
      label: 'prod-orders',
      environment: 'prod',
      visible: 1234,
      oldestAgeSeconds: 190,
      entityRef: 'resource:default/prod-orders',
    },
    {
      id: 'q2',
      kind: 'queue',
      label: 'prod-invoices',
      environment: 'prod',
      visible: 0,
    },
    {
      id: 'd1',
      kind: 'dlq',
      label: 'prod-orders-dlq',
      environment: 'prod',
      visible: 42,
      entityRef: 'resource:default/prod-orders-dlq',
    },
    {
      id: 'd2',
      kind: 'dlq',
      label: 'prod-invoices-dlq',
      environment: 'prod',
      visible: 0,
    },
    {
      id: 'component:default/order-mailer',
      kind: 'component',
      label: 'order-mailer',
      entityRef: 'component:default/order-mailer',
    },
    {
      id: 'component:default/invoices',
      kind: 'component',
      label: 'invoices',
    },
  ],
  edges: [
    { from: 'component:default/checkout', to: 'topic', kind: 'produces' },
    { from: 'component:default/checkout', to: 'bus', kind: 'produces' },
    { from: 'topic', to: 'q1', kind: 'delivers', perSecond: 2.5 },
    { from: 'bus', to: 'q2', kind: 'delivers', perSecond: 0.2 },
    {
      from: 'q1',
      to: 'component:default/order-mailer',
      kind: 'consumes',
      perSecond: 2,
      label: '1,234 waiting',
    },
    {
      from: 'q2',
      to: 'component:default/invoices',
      kind: 'consumes',
      perSecond: 0.2,
    },
    {
      from: 'q1',
      to: 'd1',
      kind: 'gives-up',
      label: '42 received 5 times',
    },
    { from: 'q2', to: 'd2', kind: 'gives-up' },
  ],
  notes: ['Rules of the bus shop-events cannot be read in staging'],
};
