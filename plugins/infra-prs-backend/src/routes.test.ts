import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { RouteCase, routeCases, RouteInput } from './__testUtils__/routeCases';
import { startPortal } from './__testUtils__/startPortal';
import { createRouter } from './router';

jest.setTimeout(60_000);

type Portal = Awaited<ReturnType<typeof startPortal>>;

let host: InfrastructureHost;
let allowing: Portal;
let refusing: Portal;

beforeAll(async () => {
  host = await InfrastructureHost.start();
  allowing = await startPortal(host);
  refusing = await startPortal(host, { permissions: AuthorizeResult.DENY });
});

afterAll(async () => {
  await allowing?.stop();
  await refusing?.stop();
  await host?.stop();
});

/** As the router itself has them; none of what they work with is touched. */
function routesOf(): string[] {
  const { stack } = createRouter(Object({}));
  return stack.flatMap(({ route }) => {
    const methods = Object.keys(Object(route).methods ?? {});
    return methods.map(name => `${name.toUpperCase()} ${route?.path}`);
  });
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

function methodOf(name: string) {
  const [word] = name.toLowerCase().split(' ');
  const method = METHODS.find(one => one === word);
  if (!method) throw new Error(`No route is asked with ${word}`);
  return method;
}

async function ask(
  portal: Portal,
  name: string,
  { good }: RouteCase,
  input: RouteInput & { readonly anonymous?: boolean } = {},
) {
  return portal.ask({
    method: methodOf(name),
    login: input.anonymous ? undefined : 'pat',
    withoutToken: input.withoutToken,
    path: input.path ?? good.path,
    body: input.body ?? good.body,
  });
}

it('has a case of each route, and no more', () => {
  expect(Object.keys(routeCases).sort()).toEqual(routesOf().sort());
});

describe.each(Object.entries(routeCases))('%s', (name, route) => {
  it('wants to know who asks', async () => {
    const { status } = await ask(allowing, name, route, { anonymous: true });
    expect(status).toBe(401);
  });

  it(`wants the permission ${route.permission}`, async () => {
    const { status, body } = await ask(refusing, name, route);
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      `You lack the permission ${route.permission}`,
    );
  });

  it('lets in who has it', async () => {
    const { status, body } = await ask(allowing, name, route);
    expect([400, 401, 500]).not.toContain(status);
    expect(body.error?.message ?? '').not.toContain('You lack the permission');
  });

  it.each(route.bad)('refuses %j for its %s', async (input, words) => {
    const { status, body } = await ask(allowing, name, route, input);
    expect(status).toBe(400);
    expect(body.error.message).toContain(words);
  });
});
