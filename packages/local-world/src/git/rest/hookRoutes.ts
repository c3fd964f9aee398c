import Router from 'express-promise-router';
import { Request } from 'express';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { isoTime } from '../json/isoTime';
import { HostedRepository } from '../records/HostedRepository';
import { Hook } from '../records/repositorySchema';

const configSchema = z.object({
  url: z.url({ protocol: /^https?$/ }),
  content_type: z.enum(['json', 'form']).default('form'),
  secret: z.string().optional(),
});
const createSchema = z.object({
  active: z.boolean().default(true),
  events: z.array(z.string()).default(['push']),
  config: configSchema,
});
const updateSchema = z.object({
  active: z.boolean().optional(),
  events: z.array(z.string()).optional(),
  config: configSchema.optional(),
});

function urlsOf(host: HostContext, repository: HostedRepository, hook: Hook) {
  const url = `${host.urls.repo(repository.fullName)}/hooks/${hook.id}`;
  return {
    url,
    test_url: `${url}/test`,
    ping_url: `${url}/pings`,
    deliveries_url: `${url}/deliveries`,
  };
}

/** https://docs.github.com/en/rest/repos/webhooks */
export function hookRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo/hooks';
  const json = (repository: HostedRepository, hook: Hook) => ({
    type: 'Repository',
    id: hook.id,
    name: 'web',
    active: hook.active,
    events: hook.events,
    config: {
      url: hook.url,
      content_type: hook.contentType,
      insecure_ssl: '0',
      ...(hook.secret && { secret: '********' }),
    },
    created_at: isoTime(hook.createdAt),
    updated_at: isoTime(hook.createdAt),
    ...urlsOf(host, repository, hook),
    last_response: { code: null, status: 'unused', message: null },
  });
  const findHook = (repository: HostedRepository, request: Request) => {
    const id = Number(request.params.hook);
    const hook = repository.record.hooks.find(entry => entry.id === id);
    if (!hook) throw ApiError.notFound();
    return hook;
  };

  router.get(base, (request, response) => {
    const repository = findRepository(host, request, 'admin');
    const page = takePage(host, request, response, repository.record.hooks);
    response.json(page.map(hook => json(repository, hook)));
  });
  router.post(base, async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    const { config, ...body } = parseBody(createSchema, request);
    const { hooks } = repository.record;
    if (hooks.some(hook => hook.url === config.url)) {
      const message = 'Hook already exists on this repository';
      throw ApiError.invalid('Hook', 'url', message);
    }
    const hook: Hook = {
      ...body,
      id: repository.nextId(),
      url: config.url,
      secret: config.secret,
      contentType: config.content_type,
      createdAt: host.clock.now(),
    };
    hooks.push(hook);
    await repository.save();
    response.status(201).json(json(repository, hook));
  });
  router.get(`${base}/:hook(\\d+)`, (request, response) => {
    const repository = findRepository(host, request, 'admin');
    response.json(json(repository, findHook(repository, request)));
  });
  router.patch(`${base}/:hook(\\d+)`, async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    const hook = findHook(repository, request);
    const { active, events, config } = parseBody(updateSchema, request);
    hook.active = active ?? hook.active;
    hook.events = events ?? hook.events;
    hook.url = config?.url ?? hook.url;
    hook.secret = config?.secret ?? hook.secret;
    await repository.save();
    response.json(json(repository, hook));
  });
  router.delete(`${base}/:hook(\\d+)`, async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    const hook = findHook(repository, request);
    repository.record.hooks = repository.record.hooks.filter(h => h !== hook);
    await repository.save();
    response.status(204).end();
  });
  return router;
}
