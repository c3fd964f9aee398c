import { usePermission } from '@backstage/plugin-permission-react';
import { infraPrsPermissions } from '@slipway/plugin-infra-prs-common';

type InfraPrsPermission = (typeof infraPrsPermissions)[number];

/** Why somebody may not do something, in words; undefined once it is known that they may. The server asks for the same. */
export function useWhyDenied(
  permission: InfraPrsPermission,
): string | undefined {
  const { allowed, loading, error } = usePermission({ permission });
  if (allowed) return undefined;
  if (loading) return 'Whether you may is being asked';
  return error
    ? `Whether you may could not be asked: ${error.message}`
    : `You may not: it takes the permission ${permission.name}`;
}
