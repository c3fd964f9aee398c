import {
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { templateManagementPermission } from '@backstage/plugin-scaffolder-common/alpha';
import { Request } from 'express';
import { PREVIEW_TOKEN_HEADER } from './DryRunClient';

/** What the guard of dry runs works with. */
export interface DryRunGuardOptions {
  readonly auth: AuthService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
}

/**
 * Lets through dry runs that a preview makes, and those of people who may manage templates.
 *
 * @remarks The scaffolder's route takes any template from anybody who may run one dry, and steps such as `fetch:plain`
 * read with the portal's own credentials: it would show every repository that the portal can read.
 */
export function createDryRunGuard(options: DryRunGuardOptions) {
  const { auth, httpAuth, permissions } = options;
  return async (req: Request): Promise<'next'> => {
    if (await isPreview(auth, req.header(PREVIEW_TOKEN_HEADER))) return 'next';
    const credentials = await httpAuth.credentials(req);
    const permission = templateManagementPermission;
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result === AuthorizeResult.ALLOW) return 'next';
    throw new NotAllowedError(
      `A dry run of a template of your own needs the permission ${permission.name}`,
    );
  };
}

/** A preview is known by a token that only the scaffolder itself can have issued. */
async function isPreview(
  auth: AuthService,
  token: string | undefined,
): Promise<boolean> {
  if (!token) return false;
  const credentials = await auth.authenticate(token);
  return (
    auth.isPrincipal(credentials, 'service') &&
    credentials.principal.subject === 'plugin:scaffolder'
  );
}
