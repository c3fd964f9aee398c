import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  ServiceRef,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
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
    actions: actionsRegistryServiceMock({ logger: mockServices.logger.mock() }),
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

function provide<T>(
  service: ServiceRef<T, 'plugin'>,
  instance: T,
): BackendFeature {
  return createServiceFactory({ service, deps: {}, factory: () => instance });
}

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
  const { actions, authorize, notifications, scheduler, signals } = told;
  const features = [
    queuesPlugin,
    mockServices.rootConfig.factory({ data }),
    catalogServiceMock.factory({ entities: [...entities] }),
    mockServices.permissions.mock({
      authorize,
      authorizeConditional: async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    }).factory,
    told.auditor.factory,
    provide(actionsRegistryServiceRef, actions),
    provide(coreServices.scheduler, scheduler),
    provide(notificationService, notifications),
    provide(signalsServiceRef, signals),
  ];
  if (!knex) return features;
  const database = mockServices.database({ knex });
  return [...features, provide(coreServices.database, database)];
}
