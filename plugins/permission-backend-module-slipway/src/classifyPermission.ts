import {
  isResourcePermission,
  Permission,
} from '@backstage/plugin-permission-common';

/** What the policy lets a signed-in user do with a permission. */
export type PermissionClass = 'everyone' | 'owners' | 'requesters' | 'admins';

/** Reads that show how the portal itself is run. */
const OPERATOR_READS = /^(devtools\.|slipway\.queues\.cost\.read$)/;

/**
 * Not reads, but every user needs them: the golden paths; checks without effect; and decisions about changes, where
 * the server's own rules say who may decide.
 */
const EVERYDAY = [
  // Who tries out templates of their own can make the portal read what it may read.
  /^scaffolder\.(?!template\.management$)/,
  /^catalog\.(entity\.(create|validate)|location\.analyze)$/,
  /^slipway\.infra-prs\.(approve|merge|record|request-changes|comment|close|rerun|retry|revert|break-glass)$/,
];

/**
 * Sorts a permission. What is not known and changes something is for admins only, so that a plugin added later
 * opens nothing by itself.
 */
export function classifyPermission(permission: Permission): PermissionClass {
  const { name, attributes } = permission;
  // A run holds what its form said, and cancelling it stops somebody's work.
  if (isResourcePermission(permission, 'scaffolder-task')) return 'requesters';
  if (attributes.action === 'read') {
    return OPERATOR_READS.test(name) ? 'admins' : 'everyone';
  }
  if (EVERYDAY.some(pattern => pattern.test(name))) return 'everyone';
  return isResourcePermission(permission, 'catalog-entity') &&
    attributes.action !== undefined
    ? 'owners'
    : 'admins';
}
