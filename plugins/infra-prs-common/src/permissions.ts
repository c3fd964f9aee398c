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

/**
 * Have the failed apply of a change run again: that changes what runs, so it is not among the checks that
 * `slipway.infra-prs.rerun` lets run again.
 *
 * @public
 */
export const infraPrsRetryPermission = createPermission({
  name: 'slipway.infra-prs.retry',
  attributes: { action: 'update' },
});

/** Open the change that takes another back; it needs an approval like any other. @public */
export const infraPrsRevertPermission = createPermission({
  name: 'slipway.infra-prs.revert',
  attributes: { action: 'create' },
});

/** Review a change by asking for something else; it keeps the change from being merged. @public */
export const infraPrsRequestChangesPermission = createPermission({
  name: 'slipway.infra-prs.request-changes',
  attributes: { action: 'update' },
});

/** Write in the conversation of a change. @public */
export const infraPrsCommentPermission = createPermission({
  name: 'slipway.infra-prs.comment',
  attributes: { action: 'create' },
});

/** Close a change, withdraw one's own, open it again, make it a draft or not. @public */
export const infraPrsClosePermission = createPermission({
  name: 'slipway.infra-prs.close',
  attributes: { action: 'update' },
});

/** Merge a change past Slipway's own rules; config says who may, and by default nobody. @public */
export const infraPrsBreakGlassPermission = createPermission({
  name: 'slipway.infra-prs.break-glass',
  attributes: { action: 'update' },
});

/** Run a failed check of a change again. @public */
export const infraPrsRerunPermission = createPermission({
  name: 'slipway.infra-prs.rerun',
  attributes: { action: 'update' },
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
  infraPrsRequestChangesPermission,
  infraPrsCommentPermission,
  infraPrsClosePermission,
  infraPrsBreakGlassPermission,
  infraPrsRerunPermission,
  infraPrsRecordPermission,
];
