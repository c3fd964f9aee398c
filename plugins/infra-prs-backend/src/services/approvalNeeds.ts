import { SlipwayEnvironment } from '@slipway/platform-common';
import { ApprovalNeed } from '@slipway/plugin-infra-prs-common';
import { approversOf, groupWords, isMemberOf, mayApprove } from './approvers';
import { Person } from './approvers';

/** Each person once, however many reviews they gave. */
function distinct(people: readonly Person[]): Person[] {
  const byName = new Map(
    people.map(person => [
      (person.userEntityRef ?? person.login ?? '').toLowerCase(),
      person,
    ]),
  );
  return [...byName.values()];
}

/**
 * Groups that nobody is left for, when each person speaks for one group only. People are moved between groups as long as
 * that serves one more of them (augmenting paths).
 */
function unservedGroups(
  groups: readonly string[],
  people: readonly Person[],
): string[] {
  const groupOf = new Map<Person, string>();
  const serve = (group: string, seen: Set<Person>): boolean =>
    people.some(person => {
      if (seen.has(person) || !isMemberOf(person, group)) return false;
      seen.add(person);
      const other = groupOf.get(person);
      if (other !== undefined && !serve(other, seen)) return false;
      groupOf.set(person, group);
      return true;
    });
  return groups.filter(group => !serve(group, new Set()));
}

function fromWords(
  missing: number,
  groups: readonly string[],
  environment: SlipwayEnvironment,
): string {
  const refs = approversOf(environment);
  const anyone =
    refs.length > 0 ? groupWords(refs) : 'anyone but who asked for it';
  if (groups.length === 0) return `from ${anyone}`;
  const named = groupWords(groups, 'and');
  if (groups.length === missing) return `from ${named}`;
  return `${groups.length} from ${named}, the rest from ${anyone}`;
}

function missingWords(
  environment: SlipwayEnvironment,
  missing: number,
  groups: readonly string[],
): string | undefined {
  if (missing === 0) return undefined;
  const noun = missing === 1 ? 'approval' : 'approvals';
  const from = fromWords(missing, groups, environment);
  return `${environment.title} needs ${missing} more ${noun}, ${from}`;
}

function needOf(
  environment: SlipwayEnvironment,
  approving: readonly Person[],
): ApprovalNeed {
  const people = approving.filter(person => mayApprove(person, environment));
  const { count = 1, groups = [] } = environment.approvals ?? {};
  const required = environment.protection === 'reviewed';
  const needed = required ? Math.max(count, groups.length) : 0;
  const unserved = required ? unservedGroups(groups, people) : [];
  const missing = Math.max(needed - people.length, unserved.length, 0);
  return {
    environment: environment.name,
    title: environment.title,
    needed,
    missing: missingWords(environment, missing, unserved),
    given: people.map(({ login = '' }) => login),
    approvers: approversOf(environment),
    groups: groups.map(entityRef => ({
      entityRef,
      given: required && !unserved.includes(entityRef),
    })),
  };
}

/** What each environment still asks for; `approving` are the people whose approval of this head and plan counts. */
export function approvalNeeds(
  environments: readonly SlipwayEnvironment[],
  approving: readonly Person[],
): ApprovalNeed[] {
  const people = distinct(approving);
  return environments.map(environment => needOf(environment, people));
}
