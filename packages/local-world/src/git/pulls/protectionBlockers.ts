import { codeOwnerBlockers } from './codeOwnerBlockers';
import { HostedRepository } from '../records/HostedRepository';
import { Protection } from '../records/protectionSchema';
import { Pull } from '../records/pullSchema';
import { latestChecks } from './latestChecks';
import { latestReviews } from './latestReviews';
import { protectionOf } from './protectionOf';

/** Why the protection of its base branch keeps a pull request from being merged, in GitHub's words. */
export async function protectionBlockers(
  repository: HostedRepository,
  pull: Pull,
): Promise<readonly string[]> {
  const protection = protectionOf(repository, pull.base.ref);
  if (!protection) return [];
  return [
    ...reviewBlockers(repository, pull, protection),
    ...checkBlockers(repository, pull, protection),
    ...threadBlockers(repository, pull, protection),
    ...(protection.codeOwners ? await codeOwnerBlockers(repository, pull) : []),
    ...(await behindBlockers(repository, pull, protection)),
  ];
}

function reviewBlockers(
  repository: HostedRepository,
  pull: Pull,
  { requiredApprovals }: Protection,
): string[] {
  if (requiredApprovals === undefined) return [];
  const reviews = latestReviews(repository, pull);
  if (reviews.some(review => review.state === 'CHANGES_REQUESTED')) {
    return ['Changes have been requested by a reviewer with write access.'];
  }
  const approvals = reviews.filter(review => review.state === 'APPROVED');
  if (approvals.length >= requiredApprovals) return [];
  const noun = requiredApprovals === 1 ? 'review is' : 'reviews are';
  return [
    `At least ${requiredApprovals} approving ${noun} required by reviewers with write access.`,
  ];
}

function threadBlockers(
  { record }: HostedRepository,
  { number }: Pull,
  { resolvedThreads }: Protection,
): string[] {
  const isOpen = record.reviewComments.some(
    ({ pull, inReplyTo, resolvedBy }) =>
      pull === number && inReplyTo === undefined && resolvedBy === undefined,
  );
  return resolvedThreads && isOpen ? ['All comments must be resolved.'] : [];
}

function checkBlockers(
  repository: HostedRepository,
  pull: Pull,
  { requiredContexts = [] }: Protection,
): string[] {
  const outcomes = latestChecks(repository, pull.head.sha);
  const having = (wanted: string | undefined) =>
    requiredContexts.filter(name => outcomes.get(name) === wanted);
  const list = (names: string[]) => names.map(name => `"${name}"`).join(', ');
  const messages = [
    { names: having(undefined), one: 'is expected', more: 'are expected' },
    { names: having('pending'), one: 'is pending', more: 'are pending' },
    { names: having('failure'), one: 'is failing', more: 'are failing' },
  ];
  return messages
    .filter(({ names }) => names.length > 0)
    .map(({ names, one, more }) =>
      names.length === 1
        ? `Required status check ${list(names)} ${one}.`
        : `${names.length} of ${
            requiredContexts.length
          } required status checks ${more}: ${list(names)}.`,
    );
}

async function behindBlockers(
  repository: HostedRepository,
  pull: Pull,
  { strict }: Protection,
): Promise<string[]> {
  if (!strict) return [];
  const { base, head } = pull;
  const current = await repository.git.history.isAncestor(base.sha, head.sha);
  return current
    ? []
    : ['The head branch is not up to date with the base branch.'];
}
