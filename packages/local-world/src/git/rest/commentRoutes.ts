import Router from 'express-promise-router';
import { Request } from 'express';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findPull, findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { viewerOf } from '../http/viewerOf';
import { issueCommentJson, reviewCommentJson } from '../json/reviewJson';
import { assertOnDiff, isOutdated } from '../pulls/commentLine';
import { HostedRepository } from '../records/HostedRepository';
import { Comment } from '../records/pullSchema';

const issueSchema = z.object({ body: z.string().min(1).max(65_536) });
const reviewSchema = issueSchema.extend({
  path: z.string(),
  commit_id: z.string().optional(),
  line: z.number().int().positive().optional(),
  side: z.enum(['LEFT', 'RIGHT']).optional(),
  in_reply_to: z.number().optional(),
});

/** Comments on a pull request and on its lines. */
export function commentRoutes(host: HostContext) {
  const router = Router();
  const issue = '/repos/:owner/:repo/issues/:number(\\d+)/comments';
  const lines = '/repos/:owner/:repo/pulls/:number(\\d+)/comments';
  const newComment = (
    repository: HostedRepository,
    request: Request,
    body: string,
  ): Comment => {
    const now = host.clock.now();
    return {
      id: repository.nextId(),
      pull: findPull(repository, request).number,
      user: viewerOf(request).login,
      body,
      createdAt: now,
      updatedAt: now,
    };
  };
  router.get(issue, (request, response) => {
    const repository = findRepository(host, request);
    const { number } = findPull(repository, request);
    const all = repository.record.issueComments.filter(c => c.pull === number);
    const page = takePage(host, request, response, all);
    response.json(
      page.map(entry =>
        issueCommentJson(host.urls, repository.fullName, entry),
      ),
    );
  });
  router.post(issue, async (request, response) => {
    const repository = findRepository(host, request);
    const { body } = parseBody(issueSchema, request);
    const comment = newComment(repository, request, body);
    repository.record.issueComments.push(comment);
    await repository.save();
    response
      .status(201)
      .json(issueCommentJson(host.urls, repository.fullName, comment));
  });
  router.get(lines, async (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const all = repository.record.reviewComments.filter(
      comment => comment.pull === pull.number,
    );
    const page = takePage(host, request, response, all);
    const outdated = await Promise.all(
      page.map(entry => isOutdated(repository, pull, entry)),
    );
    response.json(
      page.map((entry, at) =>
        reviewCommentJson(host.urls, repository.fullName, entry, outdated[at]),
      ),
    );
  });
  router.post(`${lines}/:comment(\\d+)/replies`, async (request, response) => {
    const repository = findRepository(host, request);
    const { number } = findPull(repository, request);
    const { body } = parseBody(issueSchema, request);
    const first = repository.record.reviewComments.find(
      ({ id, pull, inReplyTo }) =>
        id === Number(request.params.comment) &&
        pull === number &&
        inReplyTo === undefined,
    );
    if (!first) throw ApiError.notFound();
    const { file, commitId, line, side } = first;
    const reply: Comment = {
      ...newComment(repository, request, body),
      ...{ file, commitId, line, side, inReplyTo: first.id },
    };
    repository.record.reviewComments.push(reply);
    await repository.save();
    response
      .status(201)
      .json(reviewCommentJson(host.urls, repository.fullName, reply));
  });
  router.post(lines, async (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const body = parseBody(reviewSchema, request);
    const { path, line, side = 'RIGHT' } = body;
    if (line !== undefined) {
      await assertOnDiff(repository, pull, { path, line, side });
    }
    const comment: Comment = {
      ...newComment(repository, request, body.body),
      file: body.path,
      commitId: body.commit_id ?? pull.head.sha,
      line: body.line,
      side: body.side,
      inReplyTo: body.in_reply_to,
    };
    repository.record.reviewComments.push(comment);
    await repository.save();
    response
      .status(201)
      .json(reviewCommentJson(host.urls, repository.fullName, comment));
  });
  return router;
}
