import Router from 'express-promise-router';
import { Request } from 'express';
import { z } from 'zod';
import { accounts } from '../accounts/Accounts';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { parseBody } from '../http/parseBody';
import { viewerOf } from '../http/viewerOf';
import { fullRepoJson } from '../json/repoJson';
import { writeFiles } from '../seed/writeFiles';

const bodySchema = z.object({
  name: z.string().regex(/^(?!\.\.?$)[\w.-]{1,100}$/),
  description: z.string().nullish(),
  homepage: z.string().nullish(),
  private: z.boolean().nullish(),
  auto_init: z.boolean().nullish(),
  delete_branch_on_merge: z.boolean().nullish(),
});

/** Making repositories: https://docs.github.com/en/rest/repos/repos#create-an-organization-repository */
export function createRepository(host: HostContext) {
  const create = async (owner: string, request: Request) => {
    const body = parseBody(bodySchema, request);
    if (host.repositories.get(owner, body.name)) {
      throw ApiError.invalid(
        'Repository',
        'name',
        'name already exists on this account',
      );
    }
    const repository = await host.repositories.create({
      owner,
      name: body.name,
      description: body.description ?? undefined,
      homepage: body.homepage ?? undefined,
      private: body.private ?? false,
      createdAt: host.clock.now(),
      deleteBranchOnMerge: body.delete_branch_on_merge ?? false,
    });
    if (body.auto_init) {
      await writeFiles(host, repository, {
        login: viewerOf(request).login,
        message: 'Initial commit',
        files: new Map([['README.md', Buffer.from(`# ${body.name}\n`)]]),
      });
    }
    return fullRepoJson(host, repository, viewerOf(request).login);
  };
  const router = Router();
  router.post('/orgs/:org/repos', async (request, response) => {
    const account = accounts.get(request.params.org);
    if (account?.type !== 'Organization') throw ApiError.notFound();
    response.status(201).json(await create(account.login, request));
  });
  router.post('/user/repos', async (request, response) => {
    response.status(201).json(await create(viewerOf(request).login, request));
  });
  return router;
}
