import Router from 'express-promise-router';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { protectionJson } from '../json/protectionJson';
import { HostedRepository } from '../records/HostedRepository';
import { Protection } from '../records/protectionSchema';

const bodySchema = z.object({
  required_status_checks: z
    .object({
      strict: z.boolean().default(false),
      contexts: z.array(z.string()).optional(),
      checks: z.array(z.object({ context: z.string() })).optional(),
    })
    .nullable(),
  required_pull_request_reviews: z
    .object({
      required_approving_review_count: z.number().int().min(0).max(6).nullish(),
      dismiss_stale_reviews: z.boolean().nullish(),
      require_code_owner_reviews: z.boolean().nullish(),
    })
    .nullable(),
  enforce_admins: z.boolean().nullable(),
  required_linear_history: z.boolean().nullish(),
  required_conversation_resolution: z.boolean().nullish(),
});

function toProtection(body: z.infer<typeof bodySchema>): Protection {
  const checks = body.required_status_checks;
  const reviews = body.required_pull_request_reviews;
  return {
    requiredContexts: checks
      ? checks.contexts ?? checks.checks?.map(check => check.context) ?? []
      : undefined,
    strict: checks?.strict ?? false,
    requiredApprovals: reviews
      ? reviews.required_approving_review_count ?? 1
      : undefined,
    dismissStale: reviews?.dismiss_stale_reviews ?? false,
    codeOwners: reviews?.require_code_owner_reviews ?? false,
    enforceAdmins: body.enforce_admins ?? false,
    linearHistory: body.required_linear_history ?? false,
    resolvedThreads: body.required_conversation_resolution ?? false,
  };
}

/** https://docs.github.com/en/rest/branches/branch-protection */
export function protectionRoutes(host: HostContext) {
  const path = '/repos/:owner/:repo/branches/:branch/protection';
  const router = Router();
  const json = (repository: HostedRepository, branch: string) => {
    const protection = repository.record.protections[branch];
    if (!protection) throw new ApiError(404, 'Branch not protected');
    const url = `${host.urls.repo(repository.fullName)}/branches/${branch}`;
    return protectionJson(`${url}/protection`, protection);
  };
  router.get(path, (request, response) => {
    const repository = findRepository(host, request, 'admin');
    response.json(json(repository, request.params.branch));
  });
  router.put(path, async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    const { branch } = request.params;
    if (!(await repository.git.refs.get(`refs/heads/${branch}`))) {
      throw new ApiError(404, 'Branch not found');
    }
    const protection = toProtection(parseBody(bodySchema, request));
    repository.record.protections[branch] = protection;
    await repository.save();
    response.json(json(repository, branch));
  });
  router.delete(path, async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    delete repository.record.protections[request.params.branch];
    await repository.save();
    response.status(204).end();
  });
  return router;
}
