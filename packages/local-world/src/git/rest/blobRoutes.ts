import Router from 'express-promise-router';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';

const bodySchema = z.object({
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
});

/** https://docs.github.com/en/rest/git/blobs */
export function blobRoutes(host: HostContext) {
  const router = Router();
  router.post('/repos/:owner/:repo/git/blobs', async (request, response) => {
    const repository = findRepository(host, request, 'write');
    const { content, encoding } = parseBody(bodySchema, request);
    const bytes = Buffer.from(content, encoding);
    const sha = await repository.git.objects.write('blob', bytes);
    const url = `${host.urls.repo(repository.fullName)}/git/blobs/${sha}`;
    response.status(201).json({ sha, url });
  });
  router.get(
    '/repos/:owner/:repo/git/blobs/:sha([0-9a-f]{40})',
    async (request, response) => {
      const repository = findRepository(host, request);
      const object = await repository.git.objects.read(request.params.sha);
      if (object?.type !== 'blob') throw ApiError.notFound();
      response.json({
        sha: object.sha,
        node_id: `B_${object.sha}`,
        size: object.content.length,
        url: `${host.urls.repo(repository.fullName)}/git/blobs/${object.sha}`,
        content: object.content.toString('base64'),
        encoding: 'base64',
      });
    },
  );
  return router;
}
