import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import {
  taskCancelPermission,
  taskReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  infraPrsApprovePermission,
  infraPrsMergePermission,
  infraPrsPermissions,
  infraPrsReadPermission,
  infraPrsRecordPermission,
  infraPrsRetryPermission,
  infraPrsRevertPermission,
} from '@slipway/plugin-infra-prs-common';
import {
  queuesAgentsPermission,
  queuesExportPermission,
  queuesPeekPermission,
  queuesPeekSourcePermission,
  queuesPermissions,
  queuesPurgePermission,
  queuesReadPermission,
  queuesRedrivePermission,
} from '@slipway/plugin-queues-common';
import { classifyPermission } from './classifyPermission';
import { readAdmins } from './readAdmins';
import { SlipwayPolicy } from './SlipwayPolicy';

type Action = 'create' | 'read' | 'update' | 'delete';

function basic(name: string, action?: Action) {
  return createPermission({ name, attributes: action ? { action } : {} });
}

function onEntity(name: string, action: Action) {
  return createPermission({
    name,
    attributes: { action },
    resourceType: 'catalog-entity',
  });
}

function policyFor(ownershipEntityRefs: string[]) {
  const credentials = mockCredentials.user('user:default/olivia');
  const info = { userEntityRef: 'user:default/olivia', ownershipEntityRefs };
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async () => info,
  });
  const policy = new SlipwayPolicy({
    userInfo,
    admins: ['group:default/platform'],
  });
  return (permission: Permission) =>
    policy.handle({ permission }, { credentials, info });
}

const decide = policyFor(['user:default/olivia', 'group:default/orders']);

describe('SlipwayPolicy', () => {
  it.each([
    ['reading the catalog', onEntity('catalog.entity.read', 'read')],
    ['reading queues', queuesReadPermission],
    ['seeing what agents may do with queues', queuesAgentsPermission],
    ['reading changes', infraPrsReadPermission],
    ['approving', infraPrsApprovePermission],
    ['merging', infraPrsMergePermission],
    ['recording a request', infraPrsRecordPermission],
    ['retrying an apply', infraPrsRetryPermission],
    ['opening a revert', infraPrsRevertPermission],
    ['a dry run', basic('scaffolder.template.dry-run')],
    ['running actions', basic('scaffolder.action.execute')],
    ['Kubernetes objects', basic('kubernetes.resources.read', 'read')],
    ['a read of a plugin added later', basic('acme.things.read', 'read')],
  ])('lets every user do: %s', async (_, permission) => {
    expect(await decide(permission)).toEqual({ result: AuthorizeResult.ALLOW });
  });

  it.each([taskReadPermission, taskCancelPermission])(
    'lets only who started a run do: $name',
    async permission => {
      expect(await decide(permission)).toEqual({
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'scaffolder',
        resourceType: 'scaffolder-task',
        conditions: {
          rule: 'IS_TASK_OWNER',
          resourceType: 'scaffolder-task',
          params: { createdBy: ['user:default/olivia'] },
        },
      });
    },
  );

  it.each([
    queuesPeekPermission,
    queuesPeekSourcePermission,
    queuesExportPermission,
    queuesRedrivePermission,
    queuesPurgePermission,
    onEntity('slipway.deployments.sync', 'update'),
    onEntity('catalog.entity.delete', 'delete'),
    onEntity('catalog.entity.refresh', 'update'),
  ])('lets only owners do: $name', async permission => {
    expect(await decide(permission)).toEqual({
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        resourceType: 'catalog-entity',
        params: { claims: ['user:default/olivia', 'group:default/orders'] },
      },
    });
  });

  it.each([
    basic('catalog.location.create', 'create'),
    basic('kubernetes.proxy'),
    basic('scaffolder.template.management'),
    basic('devtools.config.read', 'read'),
    basic('slipway.queues.cost.read', 'read'),
    basic('acme.things.delete', 'delete'),
    basic('acme.things.do'),
  ])('leaves to admins: $name', async permission => {
    expect(await decide(permission)).toEqual({ result: AuthorizeResult.DENY });
    const asAdmin = policyFor(['group:default/Platform']);
    expect(await asAdmin(permission)).toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it('gives nothing to nobody', async () => {
    const policy = new SlipwayPolicy({
      userInfo: mockServices.userInfo.mock(),
      admins: [],
    });
    const permission = infraPrsReadPermission;
    expect(await policy.handle({ permission })).toEqual({
      result: AuthorizeResult.DENY,
    });
  });
});

describe('classifyPermission', () => {
  it("knows each permission of changes: the server's own rules say who decides", () => {
    const classes = infraPrsPermissions.map(permission => [
      permission.name,
      classifyPermission(permission),
    ]);
    expect(Object.fromEntries(classes)).toEqual({
      'slipway.infra-prs.read': 'everyone',
      'slipway.infra-prs.approve': 'everyone',
      'slipway.infra-prs.merge': 'everyone',
      'slipway.infra-prs.request-changes': 'everyone',
      'slipway.infra-prs.comment': 'everyone',
      'slipway.infra-prs.close': 'everyone',
      'slipway.infra-prs.break-glass': 'everyone',
      'slipway.infra-prs.rerun': 'everyone',
      'slipway.infra-prs.retry': 'everyone',
      'slipway.infra-prs.revert': 'everyone',
      'slipway.infra-prs.record': 'everyone',
    });
  });

  it('knows each permission of queues: looking at messages and acting are for owners', () => {
    const classes = queuesPermissions.map(permission => [
      permission.name,
      classifyPermission(permission),
    ]);
    expect(Object.fromEntries(classes)).toEqual({
      'slipway.queues.read': 'everyone',
      'slipway.queues.cost.read': 'admins',
      'slipway.queues.agents.read': 'everyone',
      'slipway.queues.dead-letters.peek': 'owners',
      'slipway.queues.messages.peek': 'owners',
      'slipway.queues.dead-letters.export': 'owners',
      'slipway.queues.dead-letters.redrive': 'owners',
      'slipway.queues.dead-letters.purge': 'owners',
    });
  });
});

describe('readAdmins', () => {
  const read = (admins: unknown) =>
    readAdmins(
      new ConfigReader({ slipway: { permissions: { admins } } } as {}),
    );

  it('reads refs in their full form', () => {
    expect(read(['group:platform'])).toEqual(['group:default/platform']);
    expect(readAdmins(new ConfigReader({}))).toEqual([]);
  });

  it('names the entry that is no entity ref', () => {
    expect(() => read(['group:default/a', 'platform'])).toThrow(
      "'slipway.permissions.admins[1]' is 'platform'",
    );
  });
});
