import { expect, Page } from '@playwright/test';

interface Pull {
  readonly head: { readonly ref: string };
}
type Files = ReadonlyArray<{ readonly filename: string }>;
interface Content {
  readonly sha: string;
  readonly content: string;
}

/** The person's own GitHub token, as the portal's page sends it with the next decision. */
export async function tokenOfDecision(
  page: Page,
  decide: () => Promise<void>,
): Promise<string> {
  const [request] = await Promise.all([
    page.waitForRequest(
      sent => sent.headers()['x-slipway-github-token'] !== undefined,
    ),
    decide(),
  ]);
  return request.headers()['x-slipway-github-token'];
}

/** Pushes one more line to a file of the change as a person, through GitHub's API. */
export async function pushFix(options: {
  /** Address of the pull request on GitHub. */
  url: string;
  token: string;
  file: RegExp;
  line: string;
}): Promise<void> {
  const { origin, pathname } = new URL(options.url);
  const [, owner, repo, , number] = pathname.split('/');
  const base = `${origin}/api/v3/repos/${owner}/${repo}`;
  async function call<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${base}${path}`, {
      method: body ? 'PUT' : 'GET',
      headers: {
        Authorization: `token ${options.token}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    expect(response.ok, `${path}: ${response.status}`).toBe(true);
    return response.json();
  }
  const { head } = await call<Pull>(`/pulls/${number}`);
  const files = await call<Files>(`/pulls/${number}/files`);
  const file = files.find(({ filename }) => options.file.test(filename));
  expect(file, `a file like ${options.file}`).toBeDefined();
  const path = `/contents/${file?.filename}`;
  const ref = encodeURIComponent(head.ref);
  const { sha, content } = await call<Content>(`${path}?ref=${ref}`);
  const text = Buffer.from(content, 'base64').toString();
  await call(path, {
    message: options.line.replace(/^# /, ''),
    branch: head.ref,
    sha,
    content: Buffer.from(`${text}${options.line}\n`).toString('base64'),
  });
}
