import Router from 'express-promise-router';
import { Request } from 'express';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findCommit, findRepository } from '../http/findRepository';
import { parseBody, queryText } from '../http/parseBody';
import { viewerOf } from '../http/viewerOf';
import { contentJson, fileEntryJson } from '../json/contentJson';
import { gitCommitJson } from '../json/commitJson';
import { HostedRepository } from '../records/HostedRepository';
import { assertMayPush } from '../refs/moveRef';
import { writeFiles } from '../seed/writeFiles';

const putSchema = z.object({
  message: z.string(),
  content: z.string(),
  branch: z.string().optional(),
  sha: z.string().optional(),
});

/** https://docs.github.com/en/rest/repos/contents */
export function contentRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo/contents';
  // Also answers HEAD, as express does for every GET.
  router.get([`${base}/*`, base], async (request, response) => {
    const repository = findRepository(host, request);
    const path = pathOf(request);
    const name = queryText(request, 'ref') ?? repository.record.defaultBranch;
    const commit = await findCommit(repository, name).catch(() => undefined);
    if (!commit) throw new ApiError(404, `No commit found for the ref ${name}`);
    const object = await repository.git.objects.read(`${commit}:${path}`);
    if (!object) throw ApiError.notFound();
    const raw = /\braw\b/.test(request.headers.accept ?? '');
    if (raw && object.type === 'blob') {
      response.type('application/vnd.github.v3.raw; charset=utf-8');
      response.send(object.content);
      return;
    }
    const { trees } = repository.git;
    const entries =
      object.type === 'tree' ? await trees.list(object.sha) : undefined;
    const at = { path, ref: name, object, entries };
    response.json(contentJson(host.urls, repository.fullName, at));
  });
  router.put(`${base}/*`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const body = parseBody(putSchema, request);
    const path = pathOf(request);
    const created = await putFile(host, repository, path, body, request);
    const commit = await repository.git.history.read(created.sha);
    const object = await repository.git.objects.read(`${created.sha}:${path}`);
    if (!commit || !object) throw new ApiError(500, 'Commit was not written');
    const at = { path, ref: created.branch, object };
    response.status(created.isNew ? 201 : 200).json({
      content: fileEntryJson(host.urls, repository.fullName, at),
      commit: gitCommitJson(host.urls, repository.fullName, commit),
    });
  });
  return router;
}

async function putFile(
  host: HostContext,
  repository: HostedRepository,
  path: string,
  body: z.infer<typeof putSchema>,
  request: Request,
) {
  const branch = body.branch ?? repository.record.defaultBranch;
  const { login } = viewerOf(request);
  assertMayPush(repository, `refs/heads/${branch}`, login);
  const old = await repository.git.objects.read(`refs/heads/${branch}:${path}`);
  if (old && old.sha !== body.sha) {
    throw new ApiError(409, `${path} does not match ${body.sha ?? '(no sha)'}`);
  }
  const sha = await writeFiles(host, repository, {
    login,
    message: body.message,
    branch,
    files: new Map([[path, Buffer.from(body.content, 'base64')]]),
  });
  return { sha, branch, isNew: old === undefined };
}

function pathOf(request: Request): string {
  const path = (request.params[0] ?? '').replace(/^\/+|\/+$/g, '');
  const parts = path.split('/');
  if (/[\0\n]/.test(path) || parts.includes('..') || parts.includes('.git')) {
    throw new ApiError(422, 'path contains a malformed path component');
  }
  return path;
}
