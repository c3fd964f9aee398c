import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { testConfig } from '../__fixtures__/testConfig';
import queuesPlugin from '../index';

/** How a portal under test differs from the default. */
export interface PortalOptions {
  /** Below `slipway.queues`. */
  readonly config?: JsonObject;
  readonly knex?: Knex;
  readonly entities?: readonly Entity[];
  /** Whether the policy denies it. */
  readonly denies?: (request: AuthorizePermissionRequest) => boolean;
}

/** What a portal tells others, recorded. */
export function createToldMocks({ denies }: PortalOptions) {
  const auditEvent = { success: jest.fn(), fail: jest.fn() };
  return {
    auditEvent,
    auditor: mockServices.auditor.mock({
      createEvent: jest.fn(async () => auditEvent),
    }),
    authorize: jest.fn(async (requests: AuthorizePermissionRequest[]) =>
      requests.map(request => ({
        result: denies?.(request)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    ),
    notifications: { send: jest.fn() },
    scheduler: mockServices.scheduler(),
    signals: { publish: jest.fn() },
  };
}

const provide = <T>(service: T) => ({ deps: {}, factory: () => service });

/** The plugin with all it needs. */
export function portalFeatures(
  { config, entities = [], knex }: PortalOptions,
  told: ReturnType<typeof createToldMocks>,
): BackendFeature[] {
  const queues = { ...config, watch: { enabled: false } };
  const data = {
    ...testConfig,
    slipway: { ...testConfig.slipway, queues },
  };
  const { authorize, notifications, scheduler, signals } = told;
  const features = [
    queuesPlugin,
    mockServices.rootConfig.factory({ data }),
    catalogServiceMock.factory({ entities: [...entities] }),
    mockServices.permissions.mock({ authorize }).factory,
    told.auditor.factory,
    createServiceFactory({
      service: coreServices.scheduler,
      ...provide(scheduler),
    }),
    createServiceFactory({
      service: notificationService,
      ...provide(notifications),
    }),
    createServiceFactory({ service: signalsServiceRef, ...provide(signals) }),
  ];
  if (!knex) return features;
  const database = mockServices.database({ knex });
  return [
    ...features,
    createServiceFactory({
      service: coreServices.database,
      ...provide(database),
    }),
  ];
}
