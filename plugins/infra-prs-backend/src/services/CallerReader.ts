import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Person } from './approvers';
import { loginOfUser } from './PeopleDirectory';

/** Who calls, as the rules need to know them. */
export class CallerReader {
  readonly #auth: AuthService;
  readonly #userInfo: UserInfoService;
  readonly #catalog: CatalogService;

  constructor(options: {
    auth: AuthService;
    userInfo: UserInfoService;
    catalog: CatalogService;
  }) {
    this.#auth = options.auth;
    this.#userInfo = options.userInfo;
    this.#catalog = options.catalog;
  }

  /** A service is nobody: it owns nothing and has no login. */
  async read(credentials: BackstageCredentials): Promise<Person> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return { ownershipEntityRefs: [] };
    }
    const { userEntityRef } = credentials.principal;
    const [info, user] = await Promise.all([
      this.#userInfo.getUserInfo(credentials),
      this.#catalog.getEntityByRef(userEntityRef, {
        credentials: await this.#auth.getOwnServiceCredentials(),
      }),
    ]);
    return {
      userEntityRef,
      login: user && loginOfUser(user),
      ownershipEntityRefs: info.ownershipEntityRefs,
    };
  }
}
