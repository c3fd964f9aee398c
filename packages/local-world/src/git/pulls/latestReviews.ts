import { accounts, includesAccess } from '../accounts/Accounts';
import { HostedRepository } from '../records/HostedRepository';
import { Pull, Review } from '../records/pullSchema';

/** The review of each person with write access that counts: the last that is more than a comment. */
export function latestReviews(
  repository: HostedRepository,
  pull: Pull,
): readonly Review[] {
  const latest = new Map<string, Review>();
  for (const review of repository.record.reviews) {
    const counts = !['COMMENTED', 'PENDING'].includes(review.state);
    if (review.pull !== pull.number || !counts) continue;
    if (review.user === pull.author) continue;
    const access = accounts.access(review.user, repository);
    if (includesAccess(access, 'write')) latest.set(review.user, review);
  }
  return [...latest.values()];
}
