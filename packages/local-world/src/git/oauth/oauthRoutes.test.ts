import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

describe('oauthRoutes', () => {
  let test: TestHost;
  const callback = 'http://localhost:7007/api/auth/github/handler/frame';

  beforeAll(async () => {
    test = await startTestHost();
  });
  afterAll(() => test.stop());

  const authorize = (query: Record<string, string>) =>
    fetch(`${test.url}/login/oauth/authorize?${new URLSearchParams(query)}`);
  const exchange = (body: Record<string, string>) =>
    fetch(`${test.url}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({
        client_id: 'slipway-local',
        client_secret: 'slipway-local-secret',
        ...body,
      }),
    }).then(response => response.json());
  const request = {
    client_id: 'slipway-local',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'read:user,repo',
    state: 'a"><script>',
  };

  async function signIn(login: string): Promise<URL> {
    const response = await fetch(`${test.url}/login/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...request, login }),
    });
    return new URL(response.headers.get('location') ?? 'none:');
  }

  it('offers each person of the demo, and escapes what it was given', async () => {
    const response = await authorize(request);
    const html = await response.text();
    expect(html).toContain('Sign in to the embedded Git host (simulated)');
    for (const name of ['Olivia Ortega', 'Pat Petrov', 'Sam Sato']) {
      expect(html).toContain(name);
    }
    expect(html).not.toContain('slipway-bot');
    expect(html).not.toContain('"><script>');
  });

  it.each([
    [{ ...request, client_id: 'other' }, 'no application'],
    [{ ...request, redirect_uri: 'https://evil.example/x' }, 'on this machine'],
    [{ ...request, redirect_uri: 'data:text/html,x' }, 'on this machine'],
    [{ client_id: 'slipway-local' }, 'redirect_uri'],
  ])('refuses %j', async (query, message) => {
    const response = await authorize(query);
    expect(response.status).toBe(400);
    await expect(response.text()).resolves.toContain(message);
  });

  it('trades a code once for a token that speaks for the person', async () => {
    const target = await signIn('olivia');
    expect(target.href.startsWith(callback)).toBe(true);
    expect(target.searchParams.get('state')).toBe(request.state);
    const code = target.searchParams.get('code') ?? '';
    const token = await exchange({ code, redirect_uri: callback });
    expect(token).toMatchObject({
      token_type: 'bearer',
      scope: 'read:user,repo',
    });
    await expect(exchange({ code })).resolves.toMatchObject({
      error: 'bad_verification_code',
    });
    const user = await fetch(`${test.url}/api/v3/user`, {
      headers: { authorization: `Bearer ${token.access_token}` },
    });
    expect(user.headers.get('x-oauth-scopes')).toBe('read:user, repo');
    await expect(user.json()).resolves.toMatchObject({
      login: 'olivia',
      name: 'Olivia Ortega',
      email: 'olivia@acme.example',
    });
  });

  it('refuses a wrong secret, and people who cannot sign in', async () => {
    const target = await signIn('pat');
    const code = target.searchParams.get('code') ?? '';
    await expect(
      exchange({ code, client_secret: 'wrong' }),
    ).resolves.toMatchObject({ error: 'incorrect_client_credentials' });
    const bot = await fetch(`${test.url}/login/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ ...request, login: 'slipway-bot' }),
    });
    expect(bot.status).toBe(400);
  });
});
