import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { REQUESTED_BY_TRAILER } from '@slipway/plugin-infra-prs-common';
import { Actor, CommitFacts, PullFacts } from './changeFacts';
import { metadataOf } from './metadataOf';

/** The people behind a change: none of them may approve it. */
export interface Requesters {
  /** Entity refs, lower case; those that said so first, then those found by their login. */
  readonly refs: readonly string[];
  /** GitHub logins, lower case. */
  readonly logins: readonly string[];
}

const TRAILER = new RegExp(
  `^${REQUESTED_BY_TRAILER}:[ \\t]*(\\S+)[ \\t]*$`,
  'gim',
);

function trailersOf(message: string): string[] {
  return [...message.matchAll(TRAILER)].map(match => match[1]);
}

/** Bodies and trailers are anybody's text: what is not an entity ref is dropped. */
function normalizeRef(text: string): string[] {
  try {
    const ref = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
    return [stringifyEntityRef(ref).toLowerCase()];
  } catch {
    return [];
  }
}

/** GitHub itself commits what is edited on its pages. */
const GITHUB = 'web-flow';
/** Logins in the addresses that GitHub gives out; other addresses name no account. Bots have brackets. */
const CO_AUTHOR =
  /^Co-authored-by:.*<(?:\d+\+)?([\w-]+)@users\.noreply\.[\w.-]+>[ \t]*$/gim;

function isPerson(actor: Actor): boolean {
  return !actor.isBot && actor.login !== GITHUB;
}

interface Said {
  readonly authors: readonly string[];
  readonly trailers: readonly string[];
}

/** Lists look at the same commits again for each viewer. */
const said = new WeakMap<CommitFacts, Said>();

function readCommit(commit: CommitFacts): Said {
  const { author, committer = author, message } = commit;
  const people = [author, committer].filter(isPerson);
  const coAuthors = [...message.matchAll(CO_AUTHOR)].map(match => match[1]);
  return {
    authors: [...people.flatMap(({ login }) => login ?? []), ...coAuthors],
    trailers: trailersOf(message),
  };
}

function saidOf(commit: CommitFacts): Said {
  const known = said.get(commit) ?? readCommit(commit);
  said.set(commit, known);
  return known;
}

/** Logins of the people who wrote a commit, as far as it says so. */
export function authorsOf(commit: CommitFacts): readonly string[] {
  return saidOf(commit).authors;
}

function humanLogins(pull: PullFacts, commits: readonly CommitFacts[]) {
  return [
    ...(isPerson(pull.author) ? [pull.author.login ?? []] : []),
    ...commits.map(authorsOf),
  ].flat();
}

/**
 * Joins every source that names a requester: the portal's record, the body, commit trailers, the author, and who wrote
 * the commits. Bodies can be edited and commits rewritten, so one source never overrules another.
 */
export function findRequesters(
  pull: PullFacts,
  commits: readonly CommitFacts[],
  recorded: readonly string[],
  userOfLogin: ReadonlyMap<string, string>,
): Requesters {
  const logins = humanLogins(pull, commits).map(login => login.toLowerCase());
  const metadata = metadataOf(pull);
  const refs = [
    ...recorded,
    ...(metadata ? [metadata.requester] : []),
    ...commits.flatMap(commit => saidOf(commit).trailers),
    ...logins.flatMap(login => userOfLogin.get(login) ?? []),
  ];
  return {
    refs: [...new Set(refs.flatMap(normalizeRef))],
    logins: [...new Set(logins)],
  };
}

/** Whether a person, known by entity ref and login, is one of the requesters. */
export function isRequester(
  requesters: Requesters,
  person: { readonly userEntityRef?: string; readonly login?: string },
): boolean {
  const ref = person.userEntityRef?.toLowerCase();
  const login = person.login?.toLowerCase();
  return (
    (ref !== undefined && requesters.refs.includes(ref)) ||
    (login !== undefined && requesters.logins.includes(login))
  );
}
