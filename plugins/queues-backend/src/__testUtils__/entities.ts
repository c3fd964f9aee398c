import { Entity } from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';
import { queueArn } from '../__fixtures__/testEntities';

type Relations = NonNullable<Entity['relations']>;

/** A component, with relations as the catalog makes them of `dependsOn`. */
export function component(
  name: string,
  options: {
    annotations?: Record<string, string>;
    dependsOn?: string[];
    owner?: string;
  } = {},
): Entity {
  const { dependsOn = [], owner = 'orders' } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: options.annotations ?? {},
    },
    spec: { type: 'service', owner, lifecycle: 'production', dependsOn },
    relations: dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
  };
}

/** The Resource of a queue, as the catalog provider makes it. */
export function queueResourceOf(
  name: string,
  options: {
    account?: string;
    annotations?: Record<string, string>;
    consumers?: string[];
    dependents?: string[];
    owner?: string;
    system?: string;
  } = {},
): Entity {
  const {
    account,
    consumers = [],
    dependents = [],
    owner = 'orders',
  } = options;
  const relations: Relations = [
    { type: 'ownedBy', targetRef: `group:default/${owner}` },
    ...[...consumers, ...dependents].map(targetRef => ({
      type: 'dependencyOf',
      targetRef,
    })),
  ];
  if (options.system) {
    relations.push({ type: 'partOf', targetRef: options.system });
  }
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        [annotations.sqsQueueArn]: queueArn(name, account),
        ...options.annotations,
      },
    },
    spec: { type: 'sqs-queue', owner, dependencyOf: consumers },
    relations,
  };
}
