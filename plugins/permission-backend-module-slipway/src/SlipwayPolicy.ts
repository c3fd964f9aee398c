import { UserInfoService } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { classifyPermission } from './classifyPermission';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Everyone reads, owners change what they own, admins do the rest. */
export class SlipwayPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;
  readonly #admins: ReadonlySet<string>;

  constructor(options: {
    userInfo: UserInfoService;
    /** Entity refs, lower case. */
    admins: readonly string[];
  }) {
    this.#userInfo = options.userInfo;
    this.#admins = new Set(options.admins);
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return DENY;
    const permissionClass = classifyPermission(permission);
    if (permissionClass === 'everyone') return ALLOW;
    const info = await this.#userInfo.getUserInfo(user.credentials);
    const claims = info.ownershipEntityRefs;
    if (claims.some(claim => this.#admins.has(claim.toLowerCase()))) {
      return ALLOW;
    }
    if (isResourcePermission(permission, 'scaffolder-task')) {
      const createdBy = [info.userEntityRef];
      const condition = scaffolderTaskConditions.isTaskOwner({ createdBy });
      return createScaffolderTaskConditionalDecision(permission, condition);
    }
    if (
      permissionClass === 'owners' &&
      isResourcePermission(permission, 'catalog-entity')
    ) {
      const condition = catalogConditions.isEntityOwner({ claims });
      return createCatalogConditionalDecision(permission, condition);
    }
    return DENY;
  }
}
