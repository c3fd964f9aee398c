import { HostedRepository } from '../records/HostedRepository';
import { escapeHtml, page } from './page';

/** What a repository holds: branches' newest commits and pull requests. */
export async function repositoryPage(
  repository: HostedRepository,
): Promise<string> {
  const { record, fullName, git } = repository;
  const head = await git.history.resolve(record.defaultBranch);
  const shas = head ? await git.history.list(head, { max: 20 }) : [];
  const commits = (await git.history.readAll(shas)).flatMap(commit =>
    commit
      ? `<li><a href="/${fullName}/commit/${
          commit.sha
        }"><code>${commit.sha.slice(0, 7)}</code></a> ${escapeHtml(
          commit.message.split('\n')[0],
        )} — ${escapeHtml(commit.author.name)}</li>`
      : [],
  );
  const pulls = [...record.pulls]
    .reverse()
    .map(
      pull =>
        `<li><a href="/${fullName}/pull/${pull.number}">#${
          pull.number
        }</a> ${escapeHtml(pull.title)} (${
          pull.mergedAt ? 'merged' : pull.state
        })</li>`,
    );
  const branch = escapeHtml(record.defaultBranch);
  return page({
    title: fullName,
    body: `<p>${escapeHtml(record.description ?? '')}</p>
<p><a href="/${fullName}/tree/${branch}/">Files on ${branch}</a></p>
<h2>Pull requests</h2><ul>${pulls.join('') || '<li>None yet</li>'}</ul>
<h2>Commits</h2><ul>${commits.join('') || '<li>None yet</li>'}</ul>`,
  });
}
