import Router from 'express-promise-router';
import { Request } from 'express';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { noteHappening } from '../pulls/noteHappening';
import { ApiError } from '../http/ApiError';
import { findPull, findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { viewerOf } from '../http/viewerOf';
import { reviewJson } from '../json/reviewJson';
import { addReview, submitReview } from '../pulls/addReview';
import { HostedRepository } from '../records/HostedRepository';
import { Review } from '../records/pullSchema';

const eventSchema = z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']);
const commentSchema = z.object({
  path: z.string(),
  body: z.string().min(1),
  line: z.number().int().positive().optional(),
  side: z.enum(['LEFT', 'RIGHT']).optional(),
});
const createSchema = z.object({
  body: z.string().max(65_536).nullish(),
  event: eventSchema.optional(),
  commit_id: z.string().optional(),
  comments: z.array(commentSchema).default([]),
});
const submitSchema = z.object({
  body: z.string().nullish(),
  event: eventSchema,
});
const dismissSchema = z.object({ message: z.string().min(1) });

function findReview(repository: HostedRepository, request: Request): Review {
  const { number, review: id } = request.params;
  const review = repository.record.reviews.find(
    entry => entry.id === Number(id) && entry.pull === Number(number),
  );
  if (!review) throw ApiError.notFound();
  return review;
}

/** https://docs.github.com/en/rest/pulls/reviews */
export function reviewRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo/pulls/:number(\\d+)/reviews';
  const json = (repository: HostedRepository, review: Review) =>
    reviewJson(host.urls, repository.fullName, review);

  router.get(base, (request, response) => {
    const repository = findRepository(host, request);
    const { number } = findPull(repository, request);
    const { login } = viewerOf(request);
    const reviews = repository.record.reviews.filter(
      ({ pull, state, user }) =>
        pull === number && (state !== 'PENDING' || user === login),
    );
    const page = takePage(host, request, response, reviews);
    response.json(page.map(review => json(repository, review)));
  });
  router.post(base, async (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const body = parseBody(createSchema, request);
    const review = await addReview(host, repository, pull, {
      login: viewerOf(request).login,
      event: body.event,
      body: body.body ?? '',
      commitId: body.commit_id,
      comments: body.comments,
    });
    response.json(json(repository, review));
  });
  router.post(`${base}/:review(\\d+)/events`, async (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const review = findReview(repository, request);
    if (review.user !== viewerOf(request).login) throw ApiError.notFound();
    const { event, body } = parseBody(submitSchema, request);
    const text = body ?? review.body;
    await submitReview(host, repository, pull, review, event, text);
    response.json(json(repository, review));
  });
  router.put(`${base}/:review(\\d+)/dismissals`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const review = findReview(repository, request);
    const { message } = parseBody(dismissSchema, request);
    if (!['APPROVED', 'CHANGES_REQUESTED'].includes(review.state)) {
      throw new ApiError(
        422,
        'Can not dismiss a commented pull request review',
      );
    }
    const { user, state } = review;
    review.state = 'DISMISSED';
    noteHappening(host, repository, findPull(repository, request), {
      type: 'ReviewDismissedEvent',
      login: viewerOf(request).login,
      review: { login: user, state },
      message,
    });
    await repository.save();
    response.json(json(repository, review));
  });
  return router;
}
