import { createHmac } from 'node:crypto';
import { createServer, Server } from 'node:http';
import { writeFiles } from '../seed/writeFiles';
import { setPortalHook } from './setPortalHook';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

jest.setTimeout(30_000);

interface Delivery {
  readonly event: unknown;
  readonly signature: unknown;
  readonly body: string;
}

describe('deliverHooks', () => {
  let test: TestHost;
  let receiver: Server;
  let receiverUrl: string;
  const deliveries: Delivery[] = [];
  /** Statuses of the next answers; 200 when there is none. */
  const answers: number[] = [];

  beforeAll(async () => {
    test = await startTestHost();
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', chunk => (body += chunk));
      request.on('end', () => {
        deliveries.push({
          event: request.headers['x-github-event'],
          signature: request.headers['x-hub-signature-256'],
          body,
        });
        response.writeHead(answers.shift() ?? 200).end();
      });
    });
    await new Promise<void>(resolve => {
      receiver.listen(0, '127.0.0.1', () => resolve());
    });
    const address = receiver.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    receiverUrl = `http://127.0.0.1:${port}/hook`;
  });
  afterAll(async () => {
    await test.stop();
    await new Promise(resolve => receiver.close(resolve));
  });

  it('signs events of the kinds asked for, and tries again when one is not taken', async () => {
    const repository = await test.repository('demo', { 'a.txt': 'a\n' });
    const pat = await test.octokit('pat');
    const repo = { owner: 'acme', repo: 'demo' };
    const hook = {
      ...repo,
      events: ['pull_request'],
      config: { url: receiverUrl, content_type: 'json', secret: 's3cret' },
    };
    const { data } = await pat.rest.repos.createWebhook(hook);
    expect(data.config.secret).toBe('********');
    await expect(pat.rest.repos.createWebhook(hook)).rejects.toMatchObject({
      status: 422,
    });
    const olivia = await test.octokit('olivia');
    await expect(olivia.rest.repos.listWebhooks(repo)).rejects.toMatchObject({
      status: 403,
    });
    answers.push(503);
    await writeFiles(test.host.context, repository, {
      login: 'pat',
      message: 'b',
      branch: 'topic',
      from: await test.host.headOf('acme', 'demo'),
      files: new Map([['b.txt', Buffer.from('b\n')]]),
    });
    await pat.rest.pulls.create({
      ...repo,
      title: 'b',
      head: 'topic',
      base: 'main',
    });
    while (deliveries.length < 2) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    const [first, second] = deliveries;
    expect(second).toEqual(first);
    expect(first.event).toBe('pull_request');
    const mac = createHmac('sha256', 's3cret').update(first.body).digest('hex');
    expect(first.signature).toBe(`sha256=${mac}`);
    expect(JSON.parse(first.body)).toMatchObject({
      action: 'opened',
      pull_request: { title: 'b' },
      repository: { full_name: 'acme/demo' },
    });
  });
});

it('tells the portal of the demo, once, also after it moved to another port', async () => {
  const test = await startTestHost();
  try {
    await test.repository('infrastructure', { 'a.txt': 'a\n' });
    const { context } = test.host;
    await setPortalHook(context, 'http://127.0.0.1:7007');
    await setPortalHook(context, 'http://127.0.0.1:7008');
    const hooks = context.repositories.get('acme', 'infrastructure')?.record
      .hooks;
    expect(hooks?.map(({ url }) => url)).toEqual([
      'http://127.0.0.1:7008/api/events/http/github',
    ]);
  } finally {
    await test.stop();
  }
});
