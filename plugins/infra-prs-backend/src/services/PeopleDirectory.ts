import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { annotations } from '@slipway/platform-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import { Person } from './approvers';

/** The GitHub login a User entity stands for. */
export function loginOfUser(user: Entity): string {
  return (
    user.metadata.annotations?.[annotations.githubUserLogin] ??
    user.metadata.name
  );
}

function toPerson(login: string, user: Entity): Person {
  const userEntityRef = stringifyEntityRef(user);
  const groups = (user.relations ?? [])
    .filter(relation => relation.type === RELATION_MEMBER_OF)
    .map(relation => relation.targetRef);
  return {
    login,
    userEntityRef,
    ownershipEntityRefs: [userEntityRef, ...groups],
  };
}

/** Two users with one login mean the catalog is wrong: then the login is nobody, so that it cannot approve. */
function pickUser(users: readonly Entity[], login: string): Entity | undefined {
  const matching = users.filter(
    user => loginOfUser(user).toLowerCase() === login,
  );
  const annotated = matching.filter(
    user => user.metadata.annotations?.[annotations.githubUserLogin],
  );
  const candidates = annotated.length > 0 ? annotated : matching;
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** From GitHub logins to catalog users and their groups, read with Slipway's own credentials. */
export class PeopleDirectory {
  readonly #source: Source<string, Person>;

  constructor(engine: FetchEngine, catalog: CatalogService, auth: AuthService) {
    this.#source = engine.createSource({
      upstream: 'catalog',
      operation: 'ListUsers',
      key: login => login,
      target: () => 'catalog',
      describe: login => ({ upstream: 'catalog', target: login }),
      ttl: { seconds: 30 },
      staleFor: { minutes: 5 },
      deadline: { seconds: 10 },
      maxBatch: 50,
      load: async logins => {
        const credentials = await auth.getOwnServiceCredentials();
        const users = await readUsers(catalog, logins, credentials);
        return new Map(
          logins.flatMap(login => {
            const user = pickUser(users, login);
            return user ? [[login, toPerson(login, user)] as const] : [];
          }),
        );
      },
    });
  }

  /** By lower-case login; a login the catalog does not know is a person without entity and groups. */
  async find(logins: readonly string[]): Promise<Map<string, Person>> {
    const keys = [...new Set(logins.map(login => login.toLowerCase()))];
    const results = await this.#source.getMany(keys);
    return new Map(
      keys.map((login, index) => [
        login,
        results[index].data ?? { login, ownershipEntityRefs: [] },
      ]),
    );
  }
}

async function readUsers(
  catalog: CatalogService,
  logins: readonly string[],
  credentials: Awaited<ReturnType<AuthService['getOwnServiceCredentials']>>,
): Promise<Entity[]> {
  const values = [...logins];
  const { items } = await catalog.getEntities(
    {
      filter: [
        {
          kind: 'User',
          [`metadata.annotations.${annotations.githubUserLogin}`]: values,
        },
        { kind: 'User', 'metadata.name': values },
      ],
    },
    { credentials },
  );
  return items;
}
