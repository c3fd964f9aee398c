import { createPermission } from '@backstage/plugin-permission-common';

/** See changes of the infrastructure repository. @public */
export const infraPrsReadPermission = createPermission({
  name: 'slipway.infra-prs.read',
  attributes: { action: 'read' },
});

/** Approve a change; the server's own rules decide further. @public */
export const infraPrsApprovePermission = createPermission({
  name: 'slipway.infra-prs.approve',
  attributes: { action: 'update' },
});

/** Merge a change that nothing blocks. @public */
export const infraPrsMergePermission = createPermission({
  name: 'slipway.infra-prs.merge',
  attributes: { action: 'update' },
});

/** Have the failed apply of a change run again. @public */
export const infraPrsRetryPermission = createPermission({
  name: 'slipway.infra-prs.retry',
  attributes: { action: 'update' },
});

/** Open the change that takes another back; it needs an approval like any other. @public */
export const infraPrsRevertPermission = createPermission({
  name: 'slipway.infra-prs.revert',
  attributes: { action: 'create' },
});

/** Record who asked for a change; used by the golden paths. @public */
export const infraPrsRecordPermission = createPermission({
  name: 'slipway.infra-prs.record',
  attributes: { action: 'create' },
});

/** All permissions of this plugin. @public */
export const infraPrsPermissions = [
  infraPrsReadPermission,
  infraPrsApprovePermission,
  infraPrsMergePermission,
  infraPrsRetryPermission,
  infraPrsRevertPermission,
  infraPrsRecordPermission,
];
