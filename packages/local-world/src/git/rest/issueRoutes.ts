import Router from 'express-promise-router';
import { z } from 'zod';
import { accounts } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findPull, findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { viewerOf } from '../http/viewerOf';
import { issueJson } from '../json/issueJson';
import { pullJson } from '../json/pullJson';

const labelsSchema = z.object({ labels: z.array(z.string().min(1).max(50)) });
const assigneesSchema = z.object({ assignees: z.array(z.string()) });
const reviewersSchema = z.object({
  reviewers: z.array(z.string()).default([]),
  team_reviewers: z.array(z.string()).default([]),
});

const union = (a: readonly string[], b: readonly string[]) => [
  ...new Set([...a, ...b]),
];

/** Labels, assignees and asked reviewers of a pull request. */
export function issueRoutes(host: HostContext) {
  const router = Router();
  const issue = '/repos/:owner/:repo/issues/:number(\\d+)';
  const reviewers =
    '/repos/:owner/:repo/pulls/:number(\\d+)/requested_reviewers';

  router.get(issue, (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    response.json(issueJson(host, repository, pull));
  });
  router.get(`${issue}/labels`, (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    response.json(pullJson(host, repository, pull, undefined).labels);
  });
  router.post(`${issue}/labels`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const pull = findPull(repository, request);
    pull.labels = union(pull.labels, parseBody(labelsSchema, request).labels);
    await repository.save();
    response.json(pullJson(host, repository, pull, undefined).labels);
  });
  router.post(`${issue}/assignees`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const pull = findPull(repository, request);
    const { assignees } = parseBody(assigneesSchema, request);
    // Unknown people are left out without an error, as GitHub does.
    const known = assignees.filter(login => accounts.get(login));
    pull.assignees = union(pull.assignees, known).slice(0, 10);
    await repository.save();
    response.status(201).json(issueJson(host, repository, pull));
  });
  router.get(reviewers, (request, response) => {
    const repository = findRepository(host, request);
    const pull = findPull(repository, request);
    const json = pullJson(host, repository, pull, undefined);
    response.json({
      users: json.requested_reviewers,
      teams: json.requested_teams,
    });
  });
  router.post(reviewers, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const pull = findPull(repository, request);
    const body = parseBody(reviewersSchema, request);
    if (body.reviewers.includes(pull.author)) {
      throw new ApiError(
        422,
        'Review cannot be requested from pull request author.',
      );
    }
    if (body.reviewers.some(login => !accounts.get(login))) {
      throw new ApiError(
        422,
        'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
      );
    }
    pull.requestedReviewers = union(pull.requestedReviewers, body.reviewers);
    pull.requestedTeams = union(pull.requestedTeams, body.team_reviewers);
    await repository.save();
    response.status(201);
    response.json(pullJson(host, repository, pull, viewerOf(request).login));
  });
  return router;
}
