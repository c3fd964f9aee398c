import { latestChecks } from '../pulls/latestChecks';
import { latestReviews } from '../pulls/latestReviews';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';
import { escapeHtml, page } from './page';

/** A pull request: what it says, what was checked, who reviewed it, and its diff. */
export function pullPage(
  repository: HostedRepository,
  pull: Pull,
  diff: string,
): string {
  const { fullName } = repository;
  const checks = [...latestChecks(repository, pull.head.sha)].map(
    ([name, outcome]) =>
      `<tr><td>${escapeHtml(name)}</td><td>${outcome}</td></tr>`,
  );
  const reviews = latestReviews(repository, pull).map(
    review =>
      `<tr><td>${escapeHtml(
        review.user,
      )}</td><td>${review.state.toLowerCase()}</td></tr>`,
  );
  return page({
    title: `${pull.title} #${pull.number}`,
    body: `<p>${pull.mergedAt ? 'merged' : pull.state}, by ${escapeHtml(
      pull.author,
    )}, <code>${escapeHtml(pull.head.ref)}</code> into <code>${escapeHtml(
      pull.base.ref,
    )}</code> of <a href="/${fullName}">${fullName}</a></p>
<pre>${escapeHtml(pull.body ?? '')}</pre>
<h2>Checks</h2><table>${checks.join('')}</table>
<h2>Reviews</h2><table>${reviews.join('')}</table>
<h2>Changes</h2><pre>${escapeHtml(diff)}</pre>`,
  });
}
