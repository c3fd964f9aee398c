import {
  ChangedFile,
  CodeOwnerNeed,
  codeOwnersOf,
} from '@slipway/plugin-infra-prs-common';
import { CodeOwnersFile } from '../clients/BranchRules';
import { latestByLogin, decisive } from './approvalRules';
import { Person } from './approvers';
import { ReviewFacts } from './changeFacts';

/** As GitHub sees it: the last word of each reviewer, whatever Slipway's own rules make of it. */
function approvers(
  reviews: readonly ReviewFacts[],
  author: string | undefined,
): string[] {
  return [...latestByLogin(decisive(reviews)).values()]
    .filter(({ state, login }) => state === 'APPROVED' && login !== author)
    .map(({ login }) => login);
}

/** Teams are known by the catalog's groups of the same name. An email address is known to GitHub only. */
function isOwner(owner: string, login: string, person: Person): boolean {
  const team = /^@[^/]+\/(.+)$/.exec(owner)?.[1];
  if (!team) return owner.toLowerCase() === `@${login}`.toLowerCase();
  const suffix = `/${team}`.toLowerCase();
  return person.ownershipEntityRefs.some(ref => {
    const lower = ref.toLowerCase();
    return lower.startsWith('group:') && lower.endsWith(suffix);
  });
}

/** Which owners the touched files need, one entry for each set of owners, and who of them has approved. */
export function codeOwnerNeeds(
  file: CodeOwnersFile | undefined,
  change: {
    readonly files: readonly ChangedFile[];
    readonly reviews: readonly ReviewFacts[];
    readonly author?: string;
  },
  personOf: (login: string) => Person,
): CodeOwnerNeed[] {
  if (!file) return [];
  const byOwners = new Map<
    string,
    { owners: readonly string[]; paths: string[] }
  >();
  for (const { path } of change.files) {
    const owners = codeOwnersOf(file.rules, path);
    const key = owners.join(' ');
    const known = byOwners.get(key) ?? { owners, paths: [] };
    known.paths.push(path);
    byOwners.set(key, known);
  }
  const approved = approvers(change.reviews, change.author);
  return [...byOwners.values()]
    .filter(({ owners }) => owners.length > 0)
    .map(({ owners, paths }) => ({
      owners,
      paths,
      approvedBy: approved.find(login =>
        owners.some(owner => isOwner(owner, login, personOf(login))),
      ),
    }));
}
