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
    const [baseCommit, mergeBase, ...commits] = (
      await history.readAll([from, base, ...ahead])
    ).map(commit =>
      commit ? commitJson(host.urls, repository.fullName, commit) : undefined,
    );
    const { fullName } = repository;
    response.json({
      ...urlsOf(host, fullName, wildcardOf(request)),
      base_commit: baseCommit,
      merge_base_commit: mergeBase,
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits,
      files: (await diffs.files(base, to)).map(file =>
        fileJson(host.urls, fullName, file, to),
      ),
    });
  });
  return router;
}

function urlsOf(host: HostContext, fullName: string, range: string) {
  const web = `${host.urls.web(fullName)}/compare/${range}`;
  return {
    url: `${host.urls.repo(fullName)}/compare/${range}`,
    html_url: web,
    permalink_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}
