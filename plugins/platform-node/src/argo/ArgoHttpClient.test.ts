import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { ConfigArgoClients } from './ConfigArgoClients';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

describe('ArgoHttpClient', () => {
  let answer: Answer;
  const server = createServer((request, response) => answer(request, response));
  let url: string;

  beforeAll(async () => {
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    url = `http://127.0.0.1:${port}/dev/`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const clients = (instance: object = {}) =>
    ConfigArgoClients.fromConfig(
      new ConfigReader({
        argocd: {
          appLocatorMethods: [
            {
              type: 'config',
              instances: [{ name: 'dev', url, token: 's3cret', ...instance }],
            },
          ],
        },
      }),
    );
  const json =
    (status: number, body: unknown): Answer =>
    (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };

  it('sends the token, and encodes paths and queries', async () => {
    const seen: string[] = [];
    answer = (request, response) => {
      seen.push(
        `${request.method} ${request.url} ${request.headers.authorization}`,
      );
      json(200, { items: [] })(request, response);
    };
    const client = clients().get('dev');
    await client.get(['applications'], {
      query: { selector: 'a=b', projects: ['x', 'y'], none: undefined },
    });
    await client.get(['applications', '../session', '..']);
    expect(seen).toEqual([
      'GET /dev/api/v1/applications?selector=a%3Db&projects=x&projects=y Bearer s3cret',
      'GET /dev/api/v1/applications/..%2Fsession/%252E%252E Bearer s3cret',
    ]);
  });

  it.each([
    [401, 'misconfigured', "Argo CD 'dev' refused Slipway's credentials (401)"],
    [403, 'forbidden', "Argo CD 'dev' refused Slipway's credentials (403)"],
    [404, 'not_found', "Argo CD 'dev' answered 404"],
    [429, 'throttled', "Argo CD 'dev' answered 429"],
    [502, 'unreachable', "Argo CD 'dev' answered 502"],
    [302, 'unreachable', "Argo CD 'dev' answered 302"],
    [400, 'misconfigured', "Argo CD 'dev' answered 400: another operation"],
  ])('maps %d to %s', async (status, state, message) => {
    answer = json(status, {
      error: 'x',
      code: 9,
      message: 'another operation',
    });
    const failure = clients()
      .get('dev')
      .post(['applications', 'a', 'sync'], {});
    await expect(failure).rejects.toMatchObject({ state, message });
  });

  it.each<[string, Answer, string, number?]>([
    ['is not JSON', json(200, '<html>'), 'misconfigured'],
    ['hangs', () => {}, 'unreachable'],
    ['hangs half-way', (_, response) => response.write('{'), 'unreachable'],
    ['hangs up', (request, _) => request.socket.destroy(), 'unreachable'],
    [
      'is too large',
      json(200, ' '.repeat(33 * 2 ** 20)),
      'misconfigured',
      10_000,
    ],
  ])('fails when the answer %s', async (_, broken, state, deadline = 500) => {
    answer = broken;
    const failure = clients().get('dev').get(['applications'], { deadline });
    await expect(failure).rejects.toMatchObject({
      name: 'UpstreamError',
      state,
    });
  });

  it('knows its instances, and needs a token', () => {
    expect(clients().list()).toEqual(['dev']);
    expect(() => clients().get('other')).toThrow("There is no Argo CD 'other'");
    expect(() => clients({ token: undefined, username: 'admin' })).toThrow(
      /has no token/,
    );
    expect(() => clients({ url: 'file:///etc/passwd' })).toThrow(/http\(s\)/);
  });
});
