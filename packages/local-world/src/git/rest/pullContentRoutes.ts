import Router from 'express-promise-router';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findPull, findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { viewerOf } from '../http/viewerOf';
import { commitJson } from '../json/commitJson';
import { fileJson } from '../json/fileJson';
import { diffRange } from '../pulls/diffRange';
import { mergePull } from '../pulls/mergePull';

const mergeSchema = z.object({
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).default('merge'),
});

/** What GitHub lists of one pull request, at most: https://docs.github.com/en/rest/pulls/pulls */
const MOST_FILES = 3_000;
const MOST_COMMITS = 250;

/** Files, commits and the merge of a pull request. */
export function pullContentRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo/pulls/:number(\\d+)';
  router.get(`${base}/files`, async (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const { from, to } = await diffRange(repository, pull);
    const files = await repository.git.diffs.files(from, to);
    const listed = files.slice(0, MOST_FILES);
    const page = takePage(host, request, response, listed);
    response.json(
      page.map(file => fileJson(host.urls, repository.fullName, file, to)),
    );
  });
  router.get(`${base}/commits`, async (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const { history } = repository.git;
    const shas = await history.list(pull.head.sha, {
      exclude: pull.base.sha,
      oldestFirst: true,
    });
    const listed = shas.slice(0, MOST_COMMITS);
    const page = takePage(host, request, response, listed);
    const commits = await history.readAll(page);
    response.json(
      commits.flatMap(commit =>
        commit ? commitJson(host.urls, repository.fullName, commit) : [],
      ),
    );
  });
  router.get(`${base}/merge`, (request, response) => {
    const pull = findPull(findRepository(host, request), request);
    if (pull.mergedAt === undefined) throw ApiError.notFound();
    response.status(204).end();
  });
  router.put(`${base}/merge`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const pull = findPull(repository, request);
    const body = parseBody(mergeSchema, request);
    const sha = await mergePull(host, repository, pull, {
      login: viewerOf(request).login,
      method: body.merge_method,
      sha: body.sha,
      title: body.commit_title,
      message: body.commit_message,
    });
    const message = 'Pull Request successfully merged';
    response.json({ sha, merged: true, message });
  });
  return router;
}
