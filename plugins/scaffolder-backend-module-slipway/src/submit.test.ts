import { mockCredentials, TestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { DEMO_BOT_TOKEN, RunningWorld, startWorld } from '@slipway/local-world';
import { parseRequestMetadata } from '@slipway/plugin-infra-prs-common';
import { Octokit } from 'octokit';
import {
  goldenEntities,
  repositoryRoot,
  startGoldenBackend,
} from './__testUtils__/goldenBackend';
import { configOfWorld } from './__testUtils__/configOfWorld';
import { fakeInfraPrs } from './__testUtils__/fakeInfraPrs';
import { submitRun } from './__testUtils__/submitRun';

const user = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

const form = (name: string): JsonObject => ({
  name,
  description: 'Mails customers about their orders',
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev', 'prod'],
  platform: 'eks',
  kind: 'worker',
  queues: [{ name }],
});
const TEMPLATE = 'go-service';

jest.setTimeout(120_000);

describe('a run of go-service against the embedded Git host', () => {
  const recorded: unknown[] = [];
  const answer = { status: 200 };
  let world: RunningWorld;
  let backend: TestBackend;
  let github: Octokit;

  beforeAll(async () => {
    world = await startWorld({ sourceDir: repositoryRoot });
    github = new Octokit({
      auth: DEMO_BOT_TOKEN,
      baseUrl: `${world.urls.github}/api/v3`,
    });
    backend = await startGoldenBackend({
      config: configOfWorld(world),
      entities: [
        ...goldenEntities(),
        ...['olivia', 'sam', 'go-worker'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: name === 'go-worker' ? 'Component' : 'User',
          metadata: { name, namespace: 'default' },
          spec: { owner: 'group:default/orders', system: 'order-system' },
        })),
      ],
      tree: 'git',
      features: [fakeInfraPrs(recorded, answer)],
    });
  });

  afterEach(() => {
    world.world.chaos.reset();
    answer.status = 200;
  });

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  const infrastructure = { owner: 'acme', repo: 'infrastructure' };
  const openPulls = async (name: string) => {
    const { data } = await github.rest.pulls.list({
      ...infrastructure,
      state: 'open',
    });
    return data.filter(pull => pull.head.ref === `slipway/go-service-${name}`);
  };
  const repositoryExists = (repo: string) =>
    github.rest.repos.get({ owner: 'acme', repo }).then(
      () => true,
      () => false,
    );

  it('opens one pull request, pushes the service and records who asked', async () => {
    const started = performance.now();
    const run = await submitRun(
      backend,
      TEMPLATE,
      form('order-mailer'),
      user('olivia'),
    );
    const took = performance.now() - started;
    expect(`${run.status}\n${run.log}`).toMatch(/^completed/);
    expect(took).toBeLessThan(60_000);

    const [pull] = await openPulls('order-mailer');
    expect(pull.title).toBe('Add order-mailer to dev, prod');
    const metadata = parseRequestMetadata(pull.body);
    expect(metadata).toMatchObject({
      id: 'go-service-order-mailer',
      template: 'template:default/go-service',
      templateVersion: '1',
      requester: 'user:default/olivia',
      entity: 'component:default/order-mailer',
      environments: ['dev', 'prod'],
      parameters: {
        queues: [{ name: 'order-mailer', maxReceiveCount: 3 }],
        platform: 'eks',
      },
    });
    expect(recorded).toEqual([
      {
        by: 'user:default/olivia',
        pullRequestNumber: pull.number,
        metadata,
        pulls: [],
      },
    ]);

    const { data: commits } = await github.rest.pulls.listCommits({
      ...infrastructure,
      pull_number: pull.number,
    });
    expect(commits).toHaveLength(1);
    expect(commits[0].commit.message).toContain(
      'Slipway-Requested-By: user:default/olivia',
    );
    const { data: files } = await github.rest.pulls.listFiles({
      ...infrastructure,
      pull_number: pull.number,
      per_page: 100,
    });
    expect(files.every(file => file.status === 'added')).toBe(true);
    expect(files.map(file => file.filename)).toEqual(
      expect.arrayContaining([
        'catalog/order-mailer.yaml',
        'gitops/apps/order-mailer/base/deployment.yaml',
        'gitops/argocd/prod/order-mailer.yaml',
        'terraform/live/dev/services/order-mailer/queue-order-mailer.tf',
      ]),
    );
    const { data: tree } = await github.rest.repos.getContent({
      owner: 'acme',
      repo: 'order-mailer',
      path: '',
    });
    expect(tree).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'Dockerfile' })]),
    );
    expect(run.output.links).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ url: `/infra-prs/${pull.number}` }),
        expect.objectContaining({ url: pull.html_url }),
        expect.objectContaining({
          url: `${world.urls.github}/acme/order-mailer`,
        }),
      ]),
    );
  });

  it('goes on with the same pull request when it is run again', async () => {
    const [before] = await openPulls('order-mailer');
    const run = await submitRun(
      backend,
      TEMPLATE,
      {
        ...form('order-mailer'),
        queues: [{ name: 'order-mailer', maxReceiveCount: 5 }],
      },
      user('olivia'),
    );
    expect(`${run.status}\n${run.log}`).toMatch(/^completed/);
    const after = await openPulls('order-mailer');
    expect(after.map(pull => pull.number)).toEqual([before.number]);
    expect(parseRequestMetadata(after[0].body)?.parameters).toMatchObject({
      queues: [{ maxReceiveCount: 5 }],
    });
  });

  it('opens another one where the service was pushed and the first was closed', async () => {
    const [closed] = await openPulls('order-mailer');
    await github.rest.pulls.update({
      ...infrastructure,
      pull_number: closed.number,
      state: 'closed',
    });
    const answers = form('order-mailer');
    const run = await submitRun(backend, TEMPLATE, answers, user('olivia'));
    expect(`${run.status}\n${run.log}`).toMatch(/^completed/);
    const [pull] = await openPulls('order-mailer');
    expect(pull.number).toBeGreaterThan(closed.number);
    expect(recorded.at(-1)).toMatchObject({ pullRequestNumber: pull.number });
  });

  it('does not let another person take the name over', async () => {
    const run = await submitRun(
      backend,
      TEMPLATE,
      form('order-mailer'),
      user('sam'),
    );
    expect(run.status).toBe('failed');
    expect(run.log).toMatch(/user:default\/olivia has pull request #\d+ open/);
  });

  it('refuses a name that is on main', async () => {
    const run = await submitRun(
      backend,
      TEMPLATE,
      { ...form('quarkus-service'), queues: [{ name: 'other' }] },
      user('olivia'),
    );
    expect(run.status).toBe('failed');
    expect(run.log).toMatch(/name 'quarkus-service' is taken/);
  });

  it('goes on from a branch that a killed run left without a pull request', async () => {
    const { data: main } = await github.rest.repos.getBranch({
      ...infrastructure,
      branch: 'main',
    });
    await github.rest.git.createRef({
      ...infrastructure,
      ref: 'refs/heads/slipway/go-service-half-done',
      sha: main.commit.sha,
    });
    await github.rest.repos.createInOrg({ org: 'acme', name: 'half-done' });
    const run = await submitRun(
      backend,
      TEMPLATE,
      form('half-done'),
      user('olivia'),
    );
    expect(`${run.status}\n${run.log}`).toMatch(/^completed/);
    expect(await openPulls('half-done')).toHaveLength(1);
  });

  it('says what to do when only the record failed, and the next run finishes it', async () => {
    answer.status = 503;
    const failed = await submitRun(
      backend,
      TEMPLATE,
      form('unrecorded'),
      user('olivia'),
    );
    expect(failed.status).toBe('failed');
    const [pull] = await openPulls('unrecorded');
    expect(failed.log).toContain(
      `Pull request #${pull.number} of acme/infrastructure is open, but`,
    );
    answer.status = 200;
    const run = await submitRun(
      backend,
      TEMPLATE,
      form('unrecorded'),
      user('olivia'),
    );
    expect(run.status).toBe('completed');
    expect(await openPulls('unrecorded')).toHaveLength(1);
    expect(recorded.at(-1)).toMatchObject({ pullRequestNumber: pull.number });
  });

  it('adds a queue to a service that runs, in one request of two pull requests', async () => {
    const values = {
      service: 'component:default/go-worker',
      queue: { name: 'returns' },
    };
    const run = await submitRun(backend, 'add-queue', values, user('olivia'));
    expect(`${run.status}\n${run.log}`).toMatch(/^completed/);
    const branch = 'slipway/add-queue-go-worker--returns';
    const { data } = await github.rest.pulls.list(infrastructure);
    const pulls = data.filter(({ head }) => head.ref === branch);
    expect(pulls).toHaveLength(1);
    const { data: files } = await github.rest.pulls.listFiles({
      ...infrastructure,
      pull_number: pulls[0].number,
    });
    expect(
      Object.fromEntries(files.map(file => [file.filename, file.status])),
    ).toMatchObject({
      'terraform/live/dev/services/go-worker/queue-returns.tf': 'added',
      'gitops/apps/go-worker/overlays/prod/deployment.yaml': 'modified',
      'catalog/go-worker.yaml': 'modified',
    });
    const again = await submitRun(backend, 'add-queue', values, user('olivia'));
    expect(again.status).toBe('completed');
    expect(again.output.links).toEqual(run.output.links);
  });

  it.each([
    ['down', { dead: true }, /could not be reached\. Nothing was created/],
    [
      'rate-limited',
      { throttleRate: 1 },
      /no more calls for now.*Nothing was created/,
    ],
    ['refusing the token', { denied: true }, /Nothing was created/],
  ])('leaves nothing behind when the Git host is %s', async (_, rule, said) => {
    world.world.chaos.set('github', rule);
    const run = await submitRun(
      backend,
      TEMPLATE,
      form('never-made'),
      user('olivia'),
    );
    world.world.chaos.reset();
    expect(run.status).toBe('failed');
    expect(run.log).toMatch(said);
    expect(await openPulls('never-made')).toEqual([]);
    expect(await repositoryExists('never-made')).toBe(false);
  });

  it('waits for a slow Git host', async () => {
    world.world.chaos.set('github', { latencyMs: 300 });
    const run = await submitRun(
      backend,
      TEMPLATE,
      form('slow-host'),
      user('olivia'),
    );
    expect(`${run.status}\n${run.log}`).toMatch(/^completed/);
    world.world.chaos.reset();
    expect(await openPulls('slow-host')).toHaveLength(1);
  });
});
