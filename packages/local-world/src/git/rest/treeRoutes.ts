import Router from 'express-promise-router';
import { z } from 'zod';
import { wildcardOf } from '../http/wildcardOf';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { parseBody, queryText } from '../http/parseBody';
import { HostedRepository } from '../records/HostedRepository';
import { TreeChange } from '../repository/GitTrees';

const entrySchema = z.object({
  path: z
    .string()
    .min(1)
    .refine(
      path =>
        !/[\0\n]/.test(path) &&
        path.split('/').every(part => !['', '.', '..', '.git'].includes(part)),
      'path is malformed',
    ),
  mode: z.enum(['100644', '100755', '120000', '040000', '160000']),
  sha: z
    .string()
    .regex(/^[0-9a-f]{40}$/)
    .nullish(),
  content: z.string().optional(),
});
const bodySchema = z.object({
  base_tree: z.string().nullish(),
  tree: z.array(entrySchema).min(1),
});

/** https://docs.github.com/en/rest/git/trees */
export function treeRoutes(host: HostContext) {
  const router = Router();
  const json = async (
    repository: HostedRepository,
    sha: string,
    recursive: boolean,
  ) => {
    const options = { recursive, trees: true };
    const entries = await repository.git.trees.list(sha, options);
    const url = `${host.urls.repo(repository.fullName)}/git`;
    return {
      sha,
      url: `${url}/trees/${sha}`,
      tree: entries.map(({ size, ...entry }) => ({
        ...entry,
        ...(size !== undefined && { size }),
        url: `${url}/${entry.type === 'tree' ? 'trees' : 'blobs'}/${entry.sha}`,
      })),
      truncated: false,
    };
  };
  router.post('/repos/:owner/:repo/git/trees', async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const body = parseBody(bodySchema, request);
    const sha = await writeTree(repository, body);
    response.status(201).json(await json(repository, sha, false));
  });
  router.get('/repos/:owner/:repo/git/trees/*', async (request, response) => {
    const repository = findRepository(host, request);
    const name = wildcardOf(request);
    const commit = await repository.git.history.resolve(name);
    const tree = await repository.git.objects.read(`${commit ?? name}^{tree}`);
    if (tree?.type !== 'tree') throw ApiError.notFound();
    const recursive = queryText(request, 'recursive') !== undefined;
    response.json(await json(repository, tree.sha, recursive));
  });
  return router;
}

async function writeTree(
  repository: HostedRepository,
  body: z.infer<typeof bodySchema>,
): Promise<string> {
  const { objects, trees } = repository.git;
  const changes: TreeChange[] = [];
  for (const { path, mode, sha, content } of body.tree) {
    const written =
      content === undefined
        ? sha ?? undefined
        : await objects.write('blob', Buffer.from(content));
    changes.push({ path, mode, sha: written });
  }
  const names = changes.flatMap(({ sha }) => sha ?? []);
  const wanted = body.base_tree ? [...names, body.base_tree] : names;
  const found = await objects.readAll(wanted.map(name => name.trim()));
  if (found.some(object => object === undefined)) {
    throw new ApiError(422, 'tree.sha is not a valid SHA');
  }
  return trees.write(body.base_tree ?? undefined, changes);
}
