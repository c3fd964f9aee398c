import Router from 'express-promise-router';
import { wildcardOf } from '../http/wildcardOf';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findCommit, findRepository } from '../http/findRepository';
import { queryText } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { viewerOf } from '../http/viewerOf';
import { commitJson } from '../json/commitJson';
import { fileJson } from '../json/fileJson';
import { pullJson } from '../json/pullJson';
import { EMPTY_TREE } from '../repository/GitDiffs';

/** https://docs.github.com/en/rest/commits/commits */
export function commitRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo/commits';
  router.get(base, async (request, response) => {
    const repository = findRepository(host, request);
    const { history } = repository.git;
    const name = queryText(request, 'sha') ?? repository.record.defaultBranch;
    const head = await findCommit(repository, name);
    const shas = await history.list(head, { file: queryText(request, 'path') });
    const commits = await history.readAll(
      takePage(host, request, response, shas),
    );
    response.json(
      commits.flatMap(commit =>
        commit ? commitJson(host.urls, repository.fullName, commit) : [],
      ),
    );
  });
  router.get(`${base}/:sha/pulls`, (request, response) => {
    const repository = findRepository(host, request);
    const { sha } = request.params;
    const { login } = viewerOf(request);
    const pulls = repository.record.pulls.filter(
      pull => pull.head.sha === sha || pull.mergeCommitSha === sha,
    );
    const page = takePage(host, request, response, pulls);
    response.json(page.map(pull => pullJson(host, repository, pull, login)));
  });
  router.get(`${base}/*`, async (request, response) => {
    const repository = findRepository(host, request);
    const sha = await findCommit(repository, wildcardOf(request));
    const commit = await repository.git.history.read(sha);
    if (!commit) throw ApiError.notFound();
    const parent = commit.parents[0] ?? EMPTY_TREE;
    if (/\.diff\b/.test(request.headers.accept ?? '')) {
      response.type('text/plain');
      response.send(await repository.git.diffs.text(parent, sha));
      return;
    }
    const files = await repository.git.diffs.files(parent, sha);
    const sum = (key: 'additions' | 'deletions') =>
      files.reduce((total, file) => total + file[key], 0);
    const stats = { additions: sum('additions'), deletions: sum('deletions') };
    response.json({
      ...commitJson(host.urls, repository.fullName, commit),
      stats: { ...stats, total: stats.additions + stats.deletions },
      files: takePage(host, request, response, files).map(file =>
        fileJson(host.urls, repository.fullName, file, sha),
      ),
    });
  });
  return router;
}
