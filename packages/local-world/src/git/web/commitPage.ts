import { HostedRepository } from '../records/HostedRepository';
import { GitCommit } from '../repository/GitCommit';
import { escapeHtml, page } from './page';

/** A commit with its diff to its first parent. */
export function commitPage(
  repository: HostedRepository,
  commit: GitCommit,
  diff: string,
): string {
  const { fullName } = repository;
  const date = new Date(commit.author.date).toISOString();
  return page({
    title: commit.message.split('\n')[0],
    body: `<p><code>${
      commit.sha
    }</code> in <a href="/${fullName}">${fullName}</a>, by ${escapeHtml(
      commit.author.name,
    )}, <time datetime="${date}">${date}</time></p>
<pre>${escapeHtml(commit.message)}</pre><pre>${escapeHtml(diff)}</pre>`,
  });
}
