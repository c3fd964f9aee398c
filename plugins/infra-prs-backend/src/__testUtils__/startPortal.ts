import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { GITHUB_TOKEN_HEADER } from '@slipway/plugin-infra-prs-common';
import { DEMO_BOT_TOKEN } from '@slipway/local-world';
import { Knex } from 'knex';
import request from 'supertest';
import infraPrsPlugin from '../index';
import { createMemoryDatabase } from './createMemoryDatabase';
import { InfrastructureHost } from './InfrastructureHost';

const GROUPS: Readonly<Record<string, string>> = {
  olivia: 'group:default/orders',
  pat: 'group:default/platform',
  sam: 'group:default/payments',
};

const users: Entity[] = Object.entries(GROUPS).map(([name, group]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  relations: [{ type: 'memberOf', targetRef: group }],
}));

const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'mailer', namespace: 'default' },
  spec: { type: 'service', owner: 'group:default/orders' },
};

const environment = (name: string, account: string, rest: object) => ({
  name,
  account,
  region: 'eu-west-1',
  infrastructure: { path: `terraform/live/${name}` },
  ...rest,
});

const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      const { userEntityRef } = Object(credentials.principal);
      const group = GROUPS[String(userEntityRef).replace(/^.*\//, '')];
      return { userEntityRef, ownershipEntityRefs: [userEntityRef, group] };
    },
  }),
});

/** Backstage's own never closes an SQLite pool, whose timer keeps the process alive. */
const databaseOf = (knex: Knex) =>
  createServiceFactory({
    service: coreServices.database,
    deps: {},
    factory: () => mockServices.database({ knex }),
  });

function configOf(url: string, infraPrs: JsonObject = {}) {
  const authority = new URL(url).host;
  return {
    backend: { baseUrl: 'http://localhost:0' },
    slipway: {
      infraPrs,
      infrastructure: { repo: `${authority}/acme/infrastructure` },
      environments: [
        environment('dev', '111111111111', {
          protection: 'none',
          approvers: ['group:default/platform', 'group:default/orders'],
        }),
        environment('prod', '222222222222', {
          title: 'Production',
          approvers: ['group:default/platform'],
        }),
        environment('strict', '333333333333', {
          title: 'Strict',
          approvers: ['group:default/platform'],
          approvals: { count: 2, groups: ['group:default/payments'] },
        }),
      ],
    },
    integrations: {
      github: [
        {
          host: authority,
          apiBaseUrl: `${url}/api/v3`,
          token: DEMO_BOT_TOKEN,
        },
      ],
    },
  };
}

type TestServer = Parameters<typeof request>[0];

/** Requests to the plugin as the demo's people make them. */
function requestsTo(
  server: TestServer,
  host: Pick<InfrastructureHost, 'tokenFor'>,
) {
  const base = '/api/slipway-infra-prs/v1';
  const as = (login: string) =>
    mockCredentials.user.header(`user:default/${login}`);
  return {
    get: (login: string, path: string) =>
      request(server).get(`${base}${path}`).set('Authorization', as(login)),
    getAnonymously: (path: string) =>
      request(server)
        .get(`${base}${path}`)
        .set('Authorization', mockCredentials.none.header()),
    /** Posts as a person, with their GitHub token or that of `account`. */
    post: async (login: string, path: string, body: object, account = login) =>
      request(server)
        .post(`${base}${path}`)
        .set('Authorization', as(login))
        .set(GITHUB_TOKEN_HEADER, await host.tokenFor(account))
        .send(body),
    put: async (login: string, path: string, body: object) =>
      request(server)
        .put(`${base}${path}`)
        .set('Authorization', as(login))
        .set(GITHUB_TOKEN_HEADER, await host.tokenFor(login))
        .send(body),
    postWithToken: (login: string, path: string, body: object, token: string) =>
      request(server)
        .post(`${base}${path}`)
        .set('Authorization', as(login))
        .set(GITHUB_TOKEN_HEADER, token)
        .send(body),
    /** Any request; one without a login is nobody's. */
    ask: async (asked: {
      readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
      readonly path: string;
      readonly body?: object;
      readonly login?: string;
      readonly withoutToken?: boolean;
      /** Default: the good one of `login`. */
      readonly token?: string;
    }) => {
      const { login, body, withoutToken } = asked;
      const call = request(server)
        [asked.method](`${base}${asked.path}`)
        .set(
          'Authorization',
          login ? as(login) : mockCredentials.none.header(),
        );
      if (!withoutToken) {
        const token = asked.token ?? (await host.tokenFor(login ?? 'pat'));
        call.set(GITHUB_TOKEN_HEADER, token);
      }
      return body ? call.send(body) : call;
    },
    postWithoutToken: (login: string, path: string, body: object) =>
      request(server)
        .post(`${base}${path}`)
        .set('Authorization', as(login))
        .send(body),
  };
}

interface PortalOptions {
  permissions?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  /** Other plugins and services beside it. */
  features?: Parameters<typeof startTestBackend>[0]['features'];
  entities?: readonly Entity[];
  config?: JsonObject;
  /** `slipway.infraPrs` */
  infraPrs?: JsonObject;
  /** Kept by the caller, so that another portal can go on with it. */
  knex?: Knex;
}

function startBackend(url: string, knex: Knex, options: PortalOptions) {
  const data = { ...configOf(url, options.infraPrs), ...options.config };
  return startTestBackend({
    features: [
      infraPrsPlugin,
      catalogServiceMock.factory({
        entities: [...users, orders, ...(options.entities ?? [])],
      }),
      databaseOf(knex),
      mockServices.rootConfig.factory({ data }),
      mockServices.permissions.factory({
        result: options.permissions ?? AuthorizeResult.ALLOW,
      }),
      userInfo,
      ...(options.features ?? []),
    ],
  });
}

/** The plugin in a backend, with the demo's people, over a Git host. */
export async function startPortal(
  host: Pick<InfrastructureHost, 'url' | 'tokenFor'>,
  options: PortalOptions = {},
) {
  const knex = options.knex ?? createMemoryDatabase();
  const backend = await startBackend(host.url, knex, options);
  return {
    database: knex,
    url: `http://127.0.0.1:${backend.server.port()}`,
    stop: async () => {
      await backend.stop();
      if (!options.knex) await knex.destroy();
    },
    ...requestsTo(backend.server, host),
  };
}
