import { mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { dev, prod } from '../facts';
import { CallerReader } from '../../services/CallerReader';
import { createSurroundingsReader } from '../../services/surroundings';
import { RequestStore } from '../../store/RequestStore';
import { hostFactsOf, World } from './ModelRules';
import { GROUPS, PEOPLE, refOf, users } from './people';

/** Who may break the glass. */
export const GLASS_GROUP = 'group:default/payments';

const people = new Map(
  PEOPLE.map(login => [
    login,
    {
      login,
      userEntityRef: refOf(login),
      ownershipEntityRefs: [refOf(login), GROUPS[login]],
    },
  ]),
);

/** Who calls: the product's own reader, over users that do not change. */
export const callers = new CallerReader({
  auth: mockServices.auth(),
  catalog: catalogServiceMock({ entities: users }),
  userInfo: {
    async getUserInfo(credentials: BackstageCredentials) {
      const { userEntityRef } = Object(credentials.principal);
      const login = String(userEntityRef).replace(/^.*\//, '');
      return {
        userEntityRef,
        ownershipEntityRefs: people.get(login)?.ownershipEntityRefs ?? [],
      };
    },
  },
});

/** What is known beside GitHub: records of the database, and people that do not change. */
export const createSurroundings = (store: RequestStore, world: World) =>
  createSurroundingsReader({
    store,
    people: { find: async () => people },
    environments: [dev, prod],
    breakGlass: [GLASS_GROUP],
    rules: { read: async () => hostFactsOf(world) },
  });
