import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { JsonObject } from '@backstage/types';
import { annotations } from '@slipway/platform-common';
import { Knex } from 'knex';
import { queueArn } from '../../__fixtures__/testEntities';
import { testConfig } from '../../__fixtures__/testConfig';
import queuesPlugin from '../../index';

/** What the notifications backend was asked to send. */
export class Outbox {
  readonly sent: NotificationSendOptions[] = [];
  failure: Error | undefined;

  async send(options: NotificationSendOptions): Promise<void> {
    // Time for another replica to come in between.
    await new Promise(resolve => setTimeout(resolve, 20));
    if (this.failure) {
      throw this.failure;
    }
    this.sent.push(options);
  }

  /** Titles since the last call, in alphabetical order. */
  take(): string[] {
    return this.sent
      .splice(0)
      .map(({ payload }) => payload.title)
      .sort();
  }
}

/** The Resource entity of a queue. */
export function queueEntity(
  name: string,
  owner: string,
  account?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      annotations: { [annotations.sqsQueueArn]: queueArn(name, account) },
    },
    spec: { type: 'sqs-queue', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** A portal whose scheduled look happens when the test says so. */
export async function startWatchingPortal(options: {
  knex: Knex;
  entities: Entity[];
  outbox: Outbox;
  watch?: JsonObject;
}): Promise<{ look(): Promise<void>; stop(): Promise<void> }> {
  const { knex, entities, outbox, watch = {} } = options;
  const scheduler = mockServices.scheduler();
  const { slipway, ...rest } = testConfig;
  const backend = await startTestBackend({
    features: [
      queuesPlugin,
      mockServices.rootConfig.factory({
        data: { ...rest, slipway: { ...slipway, queues: { watch } } },
      }),
      mockServices.database.factory({ knex }),
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => outbox,
      }),
    ],
  });
  return {
    look: () => scheduler.triggerTask('slipway-queues:dead-letter-watch'),
    stop: () => backend.stop(),
  };
}
