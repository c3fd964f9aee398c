import Router from 'express-promise-router';
import { wildcardOf } from '../http/wildcardOf';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findCommit, findRepository } from '../http/findRepository';
import { commitJson } from '../json/commitJson';
import { fileJson } from '../json/fileJson';

/** https://docs.github.com/en/rest/commits/commits#compare-two-commits */
export function compareRoutes(host: HostContext) {
  const router = Router();
  router.get('/repos/:owner/:repo/compare/*', async (request, response) => {
    const repository = findRepository(host, request);
    const { history, diffs } = repository.git;
    const match = /^(.+)\.\.\.(.+)$/.exec(wildcardOf(request));
    if (!match) throw ApiError.notFound();
    // Heads may be given as owner:branch.
    const [from, to] = await Promise.all(
      [match[1], match[2]].map(name =>
        findCommit(repository, name.replace(/^[^/:]+:/, '')),
      ),
    );
    const base = await history.mergeBase(from, to);
    if (!base)
      throw new ApiError(404, `No common ancestor between ${from} and ${to}.`);
    if (/\.diff\b/.test(request.headers.accept ?? '')) {
      response.type('text/plain').send(await diffs.text(base, to));
      return;
    }
    const ahead = await history.list(to, { exclude: from, oldestFirst: true });
    const behind = await history.list(from, { exclude: to });
    const commits = await history.readAll(ahead);
    const { fullName } = repository;
    response.json({
      url: `${host.urls.repo(fullName)}/compare/${wildcardOf(request)}`,
      html_url: `${host.urls.web(fullName)}/compare/${wildcardOf(request)}`,
      merge_base_commit: { sha: base },
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: commits.flatMap(commit =>
        commit ? commitJson(host.urls, fullName, commit) : [],
      ),
      files: (await diffs.files(base, to)).map(file =>
        fileJson(host.urls, fullName, file, to),
      ),
    });
  });
  return router;
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}
