import { Server } from 'node:http';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import {
  CredentialStore,
  KnownCredentials,
  MANAGEMENT_CREDENTIALS,
} from '../aws/CredentialStore';
import { demoEnvironments } from '../demo/environments';
import { CallCounter } from '../world/CallCounter';
import { Chaos } from '../world/Chaos';
import { DefaultWorldClock } from '../world/DefaultWorldClock';
import { createAmp } from './createAmp';
import { InMemoryTimeSeriesDatabase } from './tsdb/InMemoryTimeSeriesDatabase';

const [dev, prod] = demoEnvironments;
const credentials = new CredentialStore();
const role = credentials.issue(dev.account, 'slipway', 'olivia');
const clock = DefaultWorldClock.create({ mode: 'manual' });
const world = {
  clock,
  environments: demoEnvironments,
  counter: new CallCounter(),
  chaos: new Chaos(),
};
const database = new InMemoryTimeSeriesDatabase();
const amp = createAmp(world, {
  database,
  credentialsFor: key => credentials.credentialsFor(key),
});
let server: Server;
let host = '';

beforeAll(async () => {
  const labels = { service_name: 'go-worker', zone: 'a b+c' };
  for (let i = 10; i >= 0; i -= 1) {
    database.append(
      dev.ampWorkspace,
      'up',
      labels,
      clock.now() - i * 15_000,
      11 - i,
    );
  }
  server = await new Promise<Server>(resolve => {
    const started = amp.app.listen(0, '127.0.0.1', () => resolve(started));
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  host = `127.0.0.1:${address.port}`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

interface CallOptions {
  readonly as?: Pick<
    KnownCredentials,
    'accessKeyId' | 'secretAccessKey' | 'sessionToken'
  >;
  readonly service?: string;
  readonly method?: string;
  readonly workspace?: string;
  readonly signedAt?: Date;
  /** Changes the request after it was signed. */
  readonly tamper?: (request: {
    headers: Record<string, string>;
    body?: string;
    path: string;
  }) => void;
}

async function call(
  path: string,
  form: Record<string, string>,
  options: CallOptions = {},
) {
  const { method = 'POST', workspace = dev.ampWorkspace } = options;
  const signer = new SignatureV4({
    service: options.service ?? 'aps',
    region: dev.region,
    credentials: options.as ?? role,
    sha256: Sha256,
  });
  const base = `/workspaces/${workspace}/api/v1/${path}`;
  const signed = await signer.sign(
    {
      method,
      protocol: 'http:',
      hostname: host,
      path: base,
      query: method === 'GET' ? form : {},
      headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
      body: method === 'POST' ? String(new URLSearchParams(form)) : undefined,
    },
    { signingDate: options.signedAt },
  );
  const request = { headers: signed.headers, body: signed.body, path: base };
  options.tamper?.(request);
  // Signatures cover %20, not the plus of forms.
  const encoded = String(new URLSearchParams(form)).replace(/\+/g, '%20');
  const query = method === 'GET' ? `?${encoded}` : '';
  const response = await fetch(`http://${host}${request.path}${query}`, {
    method,
    headers: request.headers,
    body: request.body,
  });
  return {
    status: response.status,
    type: response.headers.get('x-amzn-errortype'),
    body: await response.json(),
  };
}

describe('AMP stand-in', () => {
  afterEach(() => world.chaos.reset());

  const query = 'up{zone="a b+c", service_name=~"go-.*"} * 2 / 1 + (0)';

  it.each(['GET', 'POST'])('answers a signed %s', async method => {
    const { status, body } = await call('query', { query }, { method });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        status: 'success',
        data: {
          resultType: 'vector',
          result: [
            {
              metric: { service_name: 'go-worker', zone: 'a b+c' },
              value: [clock.now() / 1000, '22'],
            },
          ],
        },
      },
    });
  });

  const flip = (text: string) =>
    text.replace(/.$/, end => (end === '0' ? '1' : '0'));

  it.each<[string, string, CallOptions]>([
    [
      'no signature',
      'MissingAuthenticationTokenException',
      {
        tamper: r => {
          delete r.headers.authorization;
        },
      },
    ],
    ['another service', 'InvalidSignatureException', { service: 'es' }],
    [
      'a changed body',
      'InvalidSignatureException',
      {
        tamper: r => {
          r.body = 'query=up';
        },
      },
    ],
    [
      'a changed body and hash',
      'InvalidSignatureException',
      {
        tamper: r => {
          r.body = 'query=up';
          delete r.headers['x-amz-content-sha256'];
        },
      },
    ],
    [
      'a changed path',
      'InvalidSignatureException',
      {
        tamper: r => {
          r.path = r.path.replace('query', 'labels');
        },
      },
    ],
    [
      'a changed signature',
      'InvalidSignatureException',
      {
        tamper: r => {
          r.headers.authorization = flip(r.headers.authorization);
        },
      },
    ],
    [
      'a header in another scheme',
      'IncompleteSignatureException',
      {
        tamper: r => {
          r.headers.authorization = 'Bearer x';
        },
      },
    ],
    [
      'an old signature',
      'InvalidSignatureException',
      { signedAt: new Date(Date.now() - 6 * 60_000) },
    ],
    [
      'a wrong secret',
      'InvalidSignatureException',
      { as: { ...role, secretAccessKey: 'wrong' } },
    ],
    [
      'an unknown key',
      'UnrecognizedClientException',
      { as: { ...role, accessKeyId: 'AKIAUNKNOWN' } },
    ],
    [
      'no session token',
      'UnrecognizedClientException',
      { as: { ...role, sessionToken: undefined } },
    ],
    [
      'another session token',
      'UnrecognizedClientException',
      { as: { ...role, sessionToken: 'x' } },
    ],
    [
      "another account's role",
      'AccessDeniedException',
      { workspace: prod.ampWorkspace },
    ],
    [
      'the management account',
      'AccessDeniedException',
      { as: MANAGEMENT_CREDENTIALS },
    ],
  ])('refuses %s', async (_, type, options) => {
    const answer = await call('query', { query }, options);
    expect(answer).toMatchObject({ status: 403, type });
    expect(answer.body.message).not.toContain(role.secretAccessKey);
  });

  it('knows no other workspace', async () => {
    const answer = await call('query', { query }, { workspace: 'ws-other' });
    expect(answer).toMatchObject({
      status: 404,
      type: 'ResourceNotFoundException',
    });
  });

  const now = String(clock.now() / 1000);
  const day = String(clock.now() / 1000 - 86_400);

  it.each([
    ['query', { query: 'up +' }, 400, 'bad_data', /parse error/],
    ['query', { query: '' }, 400, 'bad_data', /parse error/],
    ['query', { query: 'up{a=~"("}' }, 400, 'bad_data', /regexp/],
    ['query', { query: '{}' }, 400, 'bad_data', /non-empty matcher/],
    [
      'query',
      { query: 'rate(up)' },
      400,
      'bad_data',
      /expected type range vector/,
    ],
    [
      'query',
      { query: 'sum(up[5m])' },
      400,
      'bad_data',
      /expected type instant vector/,
    ],
    ['query', { query: '1 > 2' }, 400, 'bad_data', /BOOL/],
    ['query', { query: 'up', time: 'soon' }, 400, 'bad_data', /"time"/],
    ['query', { query: 'up[0s]' }, 400, 'bad_data', /greater than 0/],
    [
      'query',
      { query: 'deriv(up[5m])' },
      422,
      'execution',
      /'deriv'.*not supported/,
    ],
    [
      'query',
      { query: 'stddev(up)' },
      422,
      'execution',
      /'stddev'.*not supported/,
    ],
    [
      'query',
      { query: 'up[5m:1m]' },
      422,
      'execution',
      /SubqueryExpr.*not supported/,
    ],
    [
      'query',
      { query: 'up @ 5' },
      422,
      'execution',
      /StepInvariantExpr.*not supported/,
    ],
    [
      'query',
      { query: 'up atan2 up' },
      422,
      'execution',
      /'atan2'.*not supported/,
    ],
    [
      'query',
      { query: '"text"' },
      422,
      'execution',
      /StringLiteral.*not supported/,
    ],
    [
      'query_range',
      { query: 'up', start: day, end: now, step: '1' },
      400,
      'bad_data',
      /11,000 points/,
    ],
    [
      'query_range',
      { query: 'up', start: now, end: day, step: '60' },
      400,
      'bad_data',
      /"end"/,
    ],
    [
      'query_range',
      { query: 'up', start: day, end: now, step: '0' },
      400,
      'bad_data',
      /"step"/,
    ],
    [
      'query_range',
      { query: 'up[5m]', start: day, end: now, step: '60' },
      400,
      'bad_data',
      /range vector/,
    ],
    ['series', {}, 400, 'bad_data', /match\[\]/],
  ])(
    '%s %j is %d %s',
    async (path, form: Record<string, string>, status, errorType, message) => {
      const answer = await call(path, form);
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({
        status: 'error',
        errorType,
        error: expect.stringMatching(message),
      });
    },
  );

  it('answers series, labels and values', async () => {
    const series = { __name__: 'up', service_name: 'go-worker', zone: 'a b+c' };
    const form = { 'match[]': 'up' };
    expect((await call('series', form)).body.data).toEqual([series]);
    expect((await call('labels', {})).body.data).toEqual(Object.keys(series));
    const path = 'label/service_name/values';
    const values = await call(path, {}, { method: 'GET' });
    expect(values.body.data).toEqual(['go-worker']);
    const past = { ...form, end: String(clock.now() / 1000 - 3_600) };
    expect((await call('series', past)).body.data).toEqual([]);
  });

  it('says what it does not implement', async () => {
    const answer = await call('rules', {}, { method: 'GET' });
    expect(answer).toMatchObject({
      status: 501,
      type: 'NotImplementedInLocalWorld',
    });
    expect(answer.body.message).toMatch(/GET .*rules/);
  });

  it('throttles as the control says, and counts', async () => {
    world.counter.reset();
    world.chaos.set('amp/query', { throttleRate: 1 });
    const answer = await call('query', { query });
    expect(answer).toMatchObject({ status: 429, type: 'ThrottlingException' });
    expect(world.counter.counts()).toEqual({ AMP: { query: 1 } });
  });
});
