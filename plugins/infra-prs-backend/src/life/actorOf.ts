import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import { Person } from '../services/approvers';

/** Who did something: their login, and who that is in the catalog. `people` is by lower-case login. */
export function actorOf(
  login: string | undefined,
  people: ReadonlyMap<string, Person>,
): RequestEvent['actor'] {
  if (!login) return undefined;
  const entityRef = people.get(login.toLowerCase())?.userEntityRef;
  return { login, ...(entityRef && { entityRef }) };
}
