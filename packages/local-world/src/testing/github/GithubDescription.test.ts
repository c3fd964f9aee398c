import { startTestHost, TestHost } from '../../git/__testUtils__/startTestHost';
import { Exchange } from '../../git/http/recordExchange';
import { requireTool } from '../requireTool';
import { GithubDescription } from './GithubDescription';
import { GraphqlDescription } from './GraphqlDescription';

const rest = GithubDescription.load();
const graphql = GraphqlDescription.load();
const found = requireTool(
  "copy of GitHub's description of its API",
  rest !== undefined && graphql !== undefined,
  'comparison of the Git host with GitHub',
);
const describeIf = found ? describe : describe.skip;

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const repo = '/repos/acme/infrastructure';

/** A refused merge, which is short and as GitHub answers it. */
const refused: Exchange = {
  method: 'PUT',
  url: `${repo}/pulls/7/merge`,
  requestHeaders: {},
  requestBody: { sha: 'a'.repeat(40), merge_method: 'squash' },
  status: 409,
  headers: { 'content-type': 'application/json' },
  body: json({ message: 'Head branch was modified.', status: '409' }),
};

const merged: Exchange = {
  ...refused,
  status: 200,
  headers: { 'x-ratelimit-limit': '1', 'x-ratelimit-remaining': '1' },
  body: json({ sha: 'b'.repeat(40), merged: true, message: 'merged' }),
};

const problems = (exchange: Exchange) => rest?.check(exchange).join('\n');

describeIf("GitHub's description of its REST API", () => {
  it('is met by what is right', () => {
    expect(problems(refused)).toBe('');
    expect(problems(merged)).toBe('');
  });

  it.each<[string, Partial<Exchange>, string]>([
    ['an operation', { url: `${repo}/pulls/7/marge` }, 'no such operation'],
    ['a method', { method: 'PATCH' }, 'no such operation'],
    ['a path value', { url: `${repo}/pulls/x/merge` }, 'must be integer'],
    ['a query', { url: `${merged.url}?page=2` }, 'parameter page is not known'],
    ['a key sent', { requestBody: { shar: 'a' } }, '"shar"'],
    ['a value sent', { requestBody: { merge_method: 'x' } }, 'merge_method'],
    ['a status', { status: 202 }, 'it does not answer 202'],
    ['a body', { body: Buffer.from('<html>') }, 'the body is no JSON'],
    ['a missing key', { body: json({ merged: true }) }, "property 'sha'"],
    [
      'a type',
      { body: json({ sha: 1, merged: true, message: '' }) },
      '/sha must be string',
    ],
    [
      'an unknown key',
      { body: json({ sha: '', merged: true, message: '', msg: '' }) },
      '"msg"',
    ],
    ['a header', { headers: {} }, 'header x-ratelimit-limit is missing'],
    [
      'an unasked 304',
      { status: 304, body: Buffer.from('') },
      'not asked for with If-None-Match',
    ],
  ])('finds %s that is wrong', (_, wrong, words) => {
    expect(problems({ ...merged, ...wrong })).toContain(words);
  });

  it('misses the way to the rest of a list', () => {
    const url = `${repo}/commits/main/check-runs?per_page=1`;
    const body = json({ total_count: 2, check_runs: [] });
    const list = { ...merged, method: 'GET', url, requestBody: undefined };
    const headers = { ...merged.headers, etag: '"1"' };
    expect(problems({ ...list, headers, body })).toContain('Link has no next');
    const link = `<http://host/api/v3${repo}/commits/main/check-runs?page=2>; rel="next"`;
    expect(problems({ ...list, headers: { ...headers, link }, body })).toBe('');
  });
});

describeIf("GitHub's GraphQL schema", () => {
  const query = `query($owner: String!) {
    repository(owner: $owner, name: "infrastructure") { pr: pullRequest(number: 7) { number state } }
  }`;
  const exchange: Exchange = {
    ...merged,
    method: 'POST',
    url: '/api/graphql',
    requestBody: { query, variables: { owner: 'acme' } },
    body: json({
      data: { repository: { pr: { number: 7, state: 'OPEN' } } },
    }),
  };
  const check = async (over: Partial<Exchange>) =>
    (await graphql?.check({ ...exchange, ...over }))?.join('\n');
  const answer = (pr: object) => ({
    body: json({ data: { repository: { pr } } }),
  });

  it.each<[string, Partial<Exchange>, string]>([
    ['nothing', {}, ''],
    [
      'an unknown field',
      { requestBody: { query: '{ viewer { logon } }' } },
      'Cannot query field "logon"',
    ],
    ['a wrong value', answer({ number: 7, state: 'GREEN' }), 'GREEN'],
    ['a field that is missing', answer({ number: 7 }), 'non-nullable'],
    [
      'a field that was not asked for',
      answer({ number: 7, state: 'OPEN', x: 1 }),
      'other fields',
    ],
    [
      'a variable that is missing',
      { requestBody: { query, variables: {} } },
      '$owner',
    ],
  ])('finds %s', async (_, over, words) => {
    const problem = await check(over);
    expect(problem).toMatch(
      words ? new RegExp(words.replace('$', '\\$')) : /^$/,
    );
  });
});

describeIf('a suite', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await startTestHost();
  });

  it('fails at its end when one request of it was wrong', async () => {
    const { request } = await host.octokit('pat');
    await request('GET /user/emails', { colour: 'red' });
    await expect(host.stop()).rejects.toThrow(
      'GET /user/emails: query parameter colour is not known',
    );
  });
});
