import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import { DEMO_BOT_TOKEN, RunningWorld, startWorld } from '@slipway/local-world';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Octokit } from 'octokit';
import request from 'supertest';
import {
  goldenEntities,
  repositoryRoot,
  startGoldenBackend,
} from './__testUtils__/goldenBackend';
import { exampleConfig } from './__testUtils__/exampleConfig';
import { previewTemplate } from './__testUtils__/previewTemplate';

jest.setTimeout(60_000);

const committed = (path: string) =>
  readFileSync(resolve(repositoryRoot, path), 'utf8');

describe('the routes of the form against the embedded Git host', () => {
  const directory = createMockDirectory();
  let world: RunningWorld;
  let backend: TestBackend;
  let config: JsonObject;
  let github: Octokit;

  beforeAll(async () => {
    world = await startWorld({ sourceDir: repositoryRoot });
    const { host } = new URL(world.urls.github);
    const apiBaseUrl = `${world.urls.github}/api/v3`;
    github = new Octokit({ auth: DEMO_BOT_TOKEN, baseUrl: apiBaseUrl });
    config = {
      ...exampleConfig,
      integrations: { github: [{ host, apiBaseUrl, token: DEMO_BOT_TOKEN }] },
      slipway: {
        ...(exampleConfig.slipway as JsonObject),
        infrastructure: { repo: `${host}/acme/infrastructure` },
      },
    };
    const facts = 'terraform/live/dev/environment/facts.json';
    const template = previewTemplate(directory, {
      'infrastructure/docs/new.md': '# New\n',
      [`infrastructure/${facts}`]: committed(facts),
      'infrastructure/terraform/live/dev/services/go-worker/main.tf':
        '# ${{ values.owner }}\n',
      'service/README.md': 'hello\n',
    });
    backend = await startGoldenBackend({
      config,
      tree: 'git',
      entities: [...goldenEntities(), template],
    });
  });

  afterEach(() => world.world.chaos.reset());

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  const get = (
    path: string,
    header = mockCredentials.user.header(),
    { server } = backend,
  ) =>
    request(server)
      .get(`/api/scaffolder/slipway/v1/${path}`)
      .set('authorization', header);
  const preview = (values: object) =>
    request(backend.server)
      .post('/api/scaffolder/slipway/v1/preview')
      .set('authorization', mockCredentials.user.header())
      .send({ templateRef: 'template:default/sample', values });

  it('compares every file with the branch that it will go to', async () => {
    const finding = {
      id: 'sample',
      severity: 'warning',
      file: 'docs/new.md',
      line: 3,
      message: 'm',
      reason: 'r',
    };
    const cost = { currency: 'USD', total: { low: 1, high: 2 } };
    const { status, body } = await preview({
      owner: 'orders',
      findings: [finding],
      cost,
    });
    expect(status).toBe(200);
    expect(body.comparison).toEqual({ branch: 'main' });
    expect(body.counts).toEqual({
      added: 1,
      changed: 1,
      unchanged: 1,
      'new-repository': 1,
    });
    const main = 'terraform/live/dev/services/go-worker/main.tf';
    const [changed] = body.files.filter(
      (file: { status: string }) => file.status === 'changed',
    );
    expect(changed).toMatchObject({ path: main, content: '# orders\n' });
    expect(changed.diff).toMatch(
      new RegExp(`^--- a/${main}\\n\\+\\+\\+ b/${main}\\n@@ -1,`),
    );
    expect(changed.diff).toContain('\n+# orders\n');
    const gone = committed(main)
      .split('\n')
      .filter(line => line !== '')
      .at(-1);
    expect(changed.diff).toContain(`\n-${gone}\n`);
    expect(body.findings).toEqual([finding]);
    expect(body.cost).toEqual(cost);
  });

  it('does not take just anything for findings', async () => {
    const { status, body } = await preview({
      owner: 'orders',
      findings: [{ id: 'no severity' }],
      cost: 'much',
    });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('findings');
    expect(body).not.toHaveProperty('cost');
  });

  it('takes a path that changes a service for no new repository', async () => {
    const { body } = await preview({
      owner: 'orders',
      service: 'component:default/go-worker',
    });
    expect(body.counts).toMatchObject({ added: 2, 'new-repository': 0 });
  });

  it('previews without a comparison while the Git host is down', async () => {
    // What was read a moment ago is still known; a later question finds the host gone.
    await new Promise(done => {
      setTimeout(done, 5_500);
    });
    world.world.chaos.set('github', { dead: true });
    const { status, body } = await preview({ owner: 'orders' });
    expect(status).toBe(200);
    expect(body.comparison).toEqual({
      problem: expect.stringContaining('could not be reached'),
      fix: expect.any(String),
    });
    expect(body.files).toHaveLength(4);
    expect(body.files[0]).not.toHaveProperty('status');
    const name = await get('names/brand-new');
    expect(name.body).toEqual({
      name: 'brand-new',
      taken: false,
      unchecked: expect.stringContaining('could not be reached'),
    });
    const facts = await get('facts');
    expect(facts.status).toBe(200);
    expect(facts.body.items[1]).toEqual({
      environment: 'prod',
      problem: expect.stringContaining('could not be reached'),
      topics: [],
      buses: [],
      ingress: [],
    });
  });

  it('names what each environment offers, and no ids', async () => {
    const { status, body, text } = await get('facts');
    expect(status).toBe(200);
    expect(body.items[0]).toEqual({
      environment: 'dev',
      topics: ['orders-events'],
      buses: ['acme-events'],
      ingress: ['internal', 'public'],
      domain: expect.stringMatching(/^dev\./),
    });
    expect(text).not.toMatch(/arn:|\d{12}|vpc-/);
  });

  it.each([
    ['brand-new', false],
    // In the catalog, in the infrastructure repository, on the Git host.
    ['taken', true],
    ['quarkus-service', true],
    ['infrastructure', true],
  ])('knows whether %s is taken: %s', async (name, taken) => {
    const { status, body } = await get(`names/${name}`);
    expect(status).toBe(200);
    expect(body).toEqual({ name, taken });
  });

  it('leaves a name to who asked for it before, and to nobody else', async () => {
    await github.rest.repos.createInOrg({ org: 'acme', name: 'half-done' });
    expect((await get('names/half-done')).body.taken).toBe(false);
    await github.rest.repos.createOrUpdateFileContents({
      owner: 'acme',
      repo: 'half-done',
      path: 'README.md',
      message: [
        'Add half-done to dev',
        '',
        'Slipway-Requested-By: user:default/mock',
        'Slipway-Request-Id: go-service-half-done',
      ].join('\n'),
      content: Buffer.from('hello').toString('base64'),
    });
    expect((await get('names/half-done')).body.taken).toBe(false);
    const sam = mockCredentials.user.header('user:default/sam');
    expect((await get('names/half-done', sam)).body.taken).toBe(true);
  });

  it.each(['Order', 'a--b', 'x', encodeURIComponent('../../etc')])(
    'refuses the name %s',
    async name => {
      const { status, body } = await get(`names/${name}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain('must be 3 to 32 lower-case');
    },
  );

  it('is for people who may run templates', async () => {
    const none = mockCredentials.none.header();
    const service = mockCredentials.service.header();
    const denied = await startGoldenBackend({
      tree: 'git',
      config,
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const user = mockCredentials.user.header();
    for (const path of ['facts', 'names/brand-new']) {
      expect((await get(path, none)).status).toBe(401);
      expect((await get(path, service)).status).toBe(403);
      const { status, body } = await get(path, user, denied);
      expect(status).toBe(403);
      expect(body.error.message).toContain('scaffolder.task.create');
    }
    await denied.stop();
  });
});
