import { PlainError } from './fail.mjs';

/** A cookie jar for one flow: name to value, whatever the path. */
function createJar() {
  const cookies = new Map();
  return {
    store(response) {
      for (const line of response.headers.getSetCookie()) {
        const [pair] = line.split(';');
        const at = pair.indexOf('=');
        cookies.set(pair.slice(0, at), pair.slice(at + 1));
      }
    },
    header: () =>
      [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  };
}

/**
 * Signs in through the real OAuth flow, as the browser does, without a browser.
 *
 * @returns `{ token, githubToken }`: the Backstage token and the person's own GitHub token
 */
export async function signIn(portal, login) {
  const jar = createJar();
  const step = async (url, options) => {
    const response = await fetch(url, {
      redirect: 'manual',
      ...options,
      headers: {
        Cookie: jar.header(),
        'X-Requested-With': 'XMLHttpRequest',
        ...options?.headers,
      },
    });
    jar.store(response);
    return response;
  };
  const start = new URL(`${portal.backend}/api/auth/github/start`);
  start.search = new URLSearchParams({
    env: 'development',
    scope: 'read:user repo',
    origin: portal.portal,
    flow: 'popup',
  });
  const toHost = (await step(start)).headers.get('location');
  const authorize = new URL(toHost);
  // What the page of the embedded host posts when a person presses their button.
  const form = new URLSearchParams(authorize.search);
  form.set('login', login);
  authorize.search = '';
  const back = await step(authorize, { method: 'POST', body: form });
  const location = back.headers.get('location');
  if (!location) throw new PlainError(`Signing in as ${login} failed`);
  await step(location);
  const session = await step(
    `${portal.backend}/api/auth/github/refresh?env=development&scope=repo`,
  );
  const body = await session.json();
  if (!body.backstageIdentity) {
    throw new PlainError(
      `Signing in as ${login} failed: ${JSON.stringify(body)}`,
    );
  }
  return {
    token: body.backstageIdentity.token,
    githubToken: body.providerInfo.accessToken,
  };
}
