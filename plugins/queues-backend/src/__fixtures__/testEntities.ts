import { Entity } from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';

export const queueArn = (name: string, account = '111111111111') =>
  `arn:aws:sqs:eu-west-1:${account}:${name}`;

/** A component with the given queue ARNs in its annotation. */
export function componentWith(name: string, arns: readonly string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { [annotations.sqsQueueArn]: arns.join(', ') },
    },
    spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
  };
}

/** A component that reaches its queue through a Resource entity only. */
export const byRelation: Entity = {
  ...componentWith('by-relation', []),
  relations: [
    { type: 'dependsOn', targetRef: 'resource:default/payments' },
    { type: 'dependsOn', targetRef: 'resource:default/database' },
  ],
};

export const queueResource: Entity = {
  apiVersion: 'backstage.io/v1beta1',
  kind: 'Resource',
  metadata: {
    name: 'payments',
    namespace: 'default',
    annotations: { [annotations.roadieSqsQueueArn]: queueArn('dev-payments') },
  },
  spec: { type: 'sqs-queue', owner: 'orders' },
};
