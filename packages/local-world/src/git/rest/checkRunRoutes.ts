import Router from 'express-promise-router';
import { z } from 'zod';
import {
  CheckRunFields,
  createCheckRun,
  updateCheckRun,
} from '../checks/writeCheckRun';
import { rerequestCheck } from '../checks/rerequestCheck';
import { wildcardOf } from '../http/wildcardOf';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findCommit, findRepository } from '../http/findRepository';
import { parseBody, queryText } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { annotationJson } from '../json/annotationJson';
import { checkRunJson } from '../json/checkRunJson';
import {
  annotationSchema,
  CheckRun,
  checkRunSchema,
} from '../records/checkSchema';
import { HostedRepository } from '../records/HostedRepository';

const timeSchema = z.iso.datetime({ offset: true }).transform(Date.parse);
const updateSchema = z.object({
  name: z.string().min(1).optional(),
  status: checkRunSchema.shape.status.optional(),
  conclusion: checkRunSchema.shape.conclusion,
  started_at: timeSchema.optional(),
  completed_at: timeSchema.optional(),
  external_id: z.string().optional(),
  details_url: z.string().optional(),
  output: z
    .object({
      title: z.string().default(''),
      summary: z.string(),
      text: z.string().optional(),
      annotations: z.array(annotationSchema).max(50).optional(),
    })
    .optional(),
});
const createSchema = updateSchema.extend({
  name: z.string().min(1),
  head_sha: z.string(),
});

function toFields(body: z.infer<typeof updateSchema>): CheckRunFields {
  return {
    name: body.name,
    status: body.status,
    conclusion: body.conclusion,
    startedAt: body.started_at,
    completedAt: body.completed_at,
    externalId: body.external_id,
    detailsUrl: body.details_url,
    output: body.output,
  };
}

function findCheck(repository: HostedRepository, id: string): CheckRun {
  const found = repository.record.checkRuns.find(run => run.id === Number(id));
  if (!found) throw ApiError.notFound();
  return found;
}

/** Newest of each name unless all are asked for, newest first. */
function checksOn(
  repository: HostedRepository,
  sha: string,
  filter: { name?: string; status?: string; all: boolean },
): CheckRun[] {
  const seen = new Set<string>();
  return repository.record.checkRuns
    .filter(run => run.headSha === sha)
    .reverse()
    .filter(run => {
      const first = !seen.has(run.name);
      seen.add(run.name);
      return filter.all || first;
    })
    .filter(run => !filter.name || run.name === filter.name)
    .filter(run => !filter.status || run.status === filter.status);
}

/** https://docs.github.com/en/rest/checks/runs */
export function checkRunRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo';
  router.get(`${base}/commits/*/check-runs`, async (request, response) => {
    const repository = findRepository(host, request);
    const sha = await findCommit(repository, wildcardOf(request));
    const runs = checksOn(repository, sha, {
      name: queryText(request, 'check_name'),
      status: queryText(request, 'status'),
      all: queryText(request, 'filter') === 'all',
    });
    const page = takePage(host, request, response, runs);
    response.json({
      total_count: runs.length,
      check_runs: page.map(run =>
        checkRunJson(host.urls, repository.fullName, run),
      ),
    });
  });
  router.post(`${base}/check-runs`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const body = parseBody(createSchema, request);
    const sha = await findCommit(repository, body.head_sha);
    const fields = { ...toFields(body), name: body.name };
    const run = await createCheckRun(host, repository, sha, fields);
    response
      .status(201)
      .json(checkRunJson(host.urls, repository.fullName, run));
  });
  router.get(`${base}/check-runs/:id`, (request, response) => {
    const repository = findRepository(host, request);
    const run = findCheck(repository, request.params.id);
    response.json(checkRunJson(host.urls, repository.fullName, run));
  });
  router.get(`${base}/check-runs/:id/annotations`, (request, response) => {
    const repository = findRepository(host, request);
    const run = findCheck(repository, request.params.id);
    const all = run.output?.annotations ?? [];
    const page = takePage(host, request, response, all);
    response.json(
      page.map(annotation =>
        annotationJson(host.urls, repository.fullName, run, annotation),
      ),
    );
  });
  router.post(`${base}/check-runs/:id/rerequest`, (request, response) => {
    const repository = findRepository(host, request);
    const run = findCheck(repository, request.params.id);
    rerequestCheck(host, repository, run);
    response.status(201).json({});
  });
  router.post(
    `${base}/actions/runs/:id/rerun-failed-jobs`,
    (request, response) => {
      const repository = findRepository(host, request, 'write');
      const runs = repository.record.checkRuns.filter(run =>
        run.detailsUrl?.endsWith(`/actions/runs/${request.params.id}`),
      );
      if (runs.length === 0) throw ApiError.notFound();
      const failed = runs.filter(run => run.conclusion === 'failure');
      if (failed.length === 0) {
        const message =
          'The workflow run containing this job is already running';
        throw new ApiError(403, message);
      }
      failed.forEach(run => rerequestCheck(host, repository, run));
      response.status(201).json({});
    },
  );
  router.patch(`${base}/check-runs/:id`, async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const run = findCheck(repository, request.params.id);
    const fields = toFields(parseBody(updateSchema, request));
    await updateCheckRun(host, repository, run, fields);
    response.json(checkRunJson(host.urls, repository.fullName, run));
  });
  return router;
}
