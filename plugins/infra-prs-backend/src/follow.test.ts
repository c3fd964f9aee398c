import { Entity } from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';
import {
  Deployment,
  DeploymentsResponse,
} from '@slipway/plugin-deployments-common';
import {
  changeFollowSchema,
  changeRequestDetailSchema,
  formatApplyReport,
} from '@slipway/plugin-infra-prs-common';
import {
  deploymentsPlugin,
  DeploymentsStandIn,
} from './__testUtils__/deploymentsPlugin';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

const OLIVIA = 'user:default/olivia';
const MAILER = '/v1/entities/component/default/mailer/deployments';
const queue: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'dev-mails',
    namespace: 'default',
    annotations: {
      [annotations.sqsQueueArn]: 'arn:aws:sqs:eu-west-1:111111111111:dev-mails',
    },
  },
};

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
const other: DeploymentsStandIn = { answer: 500, asked: [] };

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host, {
    features: [deploymentsPlugin(other)],
    entities: [queue],
  });
});
afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});
beforeEach(() => {
  other.asked.length = 0;
});

const argo = (comparedRevision: string, over: Partial<Deployment> = {}) => {
  const data: Deployment = {
    environment: 'dev',
    platform: 'argocd',
    name: 'mailer-dev',
    phase: 'healthy',
    summary: 'Healthy',
    comparedRevision,
    consoleUrl: 'https://argo.test/applications/mailer-dev',
    images: [],
    history: [],
    resources: [],
    events: [],
    ...over,
  };
  const answer: DeploymentsResponse = {
    problems: [],
    deployments: [{ state: 'ok', source: { upstream: 'argocd' }, data }],
  };
  return answer;
};

/** Opens, reviews and merges a change of the mailer in dev. Answers its number and merge commit. */
async function merged(
  branch: string,
  files = {},
  entity = 'component:default/mailer',
) {
  const metadata = { ...metadataOf(OLIVIA, branch), entity };
  const isMailer = entity.endsWith('/mailer');
  const all = { ...(isMailer && filesOf('dev', branch)), ...files };
  const change = await host.open({ branch, files: all, metadata });
  await host.plan(change.headSha, planOf('dev', branch));
  const { rest } = await host.as('pat');
  const pull = {
    owner: 'acme',
    repo: 'infrastructure',
    pull_number: change.number,
  };
  await rest.pulls.createReview({ ...pull, event: 'APPROVE' });
  const { data } = await rest.pulls.merge(pull);
  return { ...change, sha: data.sha };
}

const manifest = (text: string) => ({
  'gitops/apps/mailer/overlays/dev/kustomization.yaml': `# ${text}\n`,
});

async function follow(number: number, login = 'pat') {
  const { body, status } = await portal.get(
    login,
    `/pull-requests/${number}/follow`,
  );
  expect(status).toBe(200);
  return changeFollowSchema.parse(body);
}

describe('what became of a change', () => {
  it('is nothing before the merge, and nobody is asked', async () => {
    const metadata = metadataOf(OLIVIA, 'unmerged');
    const files = filesOf('dev', 'unmerged');
    const { number } = await host.open({ branch: 'unmerged', files, metadata });
    expect(await follow(number)).toEqual({
      number,
      rollouts: [],
      created: [],
      sources: [],
      viewer: {
        canRetry: false,
        whyNotRetry: 'It is not merged, so nothing was applied',
        canRevert: false,
        whyNotRevert: 'Only what is merged can be reverted; close it instead',
      },
    });
    expect(other.asked).toEqual([]);
  });

  it('is told root by root, with what was made and where it runs', async () => {
    const { number, sha } = await merged('told', manifest('told'));
    const root = {
      path: 'terraform/live/dev/services/mailer',
      environment: 'dev',
      state: 'succeeded' as const,
      added: 2,
      changed: 0,
      destroyed: 0,
      created: [
        { address: 'q', type: 'aws_sqs_queue', name: 'dev-mails' },
        { address: 't', type: 'aws_dynamodb_table', name: 'dev-mails-seen' },
        { address: 'p', type: 'aws_sqs_queue_policy' },
      ],
    };
    const report = { version: 1 as const, commitSha: sha, roots: [root] };
    const text = formatApplyReport(report);
    await host.check(sha, 'slipway/apply', 'success', text);
    other.answer = argo(sha);
    const told = await follow(number);
    expect(told.rollouts).toEqual([
      expect.objectContaining({
        environment: 'dev',
        platform: 'argocd',
        name: 'mailer-dev',
        entityRef: 'component:default/mailer',
        state: 'live',
      }),
    ]);
    expect(told.created).toEqual([
      {
        environment: 'dev',
        type: 'aws_sqs_queue',
        name: 'dev-mails',
        entityRef: 'resource:default/dev-mails',
      },
      {
        environment: 'dev',
        type: 'aws_dynamodb_table',
        name: 'dev-mails-seen',
      },
    ]);
    expect(other.asked).toEqual([
      { path: MAILER, principal: 'user:default/pat' },
    ]);
    const { body } = await portal.get('pat', `/pull-requests/${number}`);
    const { apply } = changeRequestDetailSchema.parse(body);
    expect(apply).toMatchObject({ state: 'succeeded', roots: [{ added: 2 }] });
  });

  it('asks GitHub whether what runs has the change', async () => {
    const first = await merged('first', manifest('first'));
    const second = await merged('second', manifest('second'));
    other.answer = argo(second.sha);
    expect((await follow(first.number, 'sam')).rollouts[0].state).toBe('live');
    other.answer = argo(first.sha);
    const { rollouts } = await follow(second.number, 'olivia');
    expect(rollouts[0]).toMatchObject({
      state: 'waiting',
      text: `Argo CD has not seen the change yet; it is at ${first.sha.slice(
        0,
        7,
      )}`,
    });
  });

  it.each([
    [403, 'You may not see the deployments of component:default/svc-403'],
    [404, 'This portal has no deployments plugin'],
    [503, 'The deployments plugin answered with 503'],
    ['never', 'has not answered yet'],
  ] as const)(
    'is shown when the other plugin says %s',
    async (answer, words) => {
      const name = `svc-${answer}`;
      const { number } = await merged(
        name,
        { [`gitops/apps/${name}/overlays/dev/kustomization.yaml`]: '# x\n' },
        `component:default/${name}`,
      );
      other.answer = answer;
      const started = Date.now();
      const { rollouts } = await follow(number);
      expect(Date.now() - started).toBeLessThan(6_000);
      expect(rollouts).toMatchObject([
        { environment: 'dev', state: 'unknown' },
      ]);
      expect(rollouts[0].text).toContain(words);
    },
  );
});

it('refuses strangers and bad numbers', async () => {
  const path = '/pull-requests/1/follow';
  expect((await portal.getAnonymously(path)).status).toBe(401);
  const bad = await portal.get('pat', '/pull-requests/x/follow');
  expect(bad.status).toBe(400);
  const unknown = await portal.get('pat', '/pull-requests/9999/follow');
  expect(unknown.status).toBe(404);
});

describe('applying again', () => {
  const APPLY = 'slipway/apply';

  it('is asked for as the person, once, and only after a failure', async () => {
    const { number, sha } = await merged('retried');
    const path = `/pull-requests/${number}/retry`;
    const early = await portal.post('pat', path, {});
    expect(early.status).toBe(409);
    expect(early.body.error.message).toBe('It has not been applied yet');

    await host.check(sha, APPLY, 'failure');
    const asked: unknown[] = [];
    host.onRerequest(event => asked.push(event));
    expect((await follow(number)).viewer.canRetry).toBe(true);
    const stolen = await portal.post('pat', path, {}, 'sam');
    expect(stolen.status).toBe(403);
    expect(asked).toEqual([]);
    for (const press of [1, 2]) {
      const { status } = await portal.post('pat', path, {});
      expect([press, status]).toEqual([press, 200]);
    }
    expect(asked).toMatchObject([{ name: APPLY, headSha: sha }]);

    const { body } = await portal.get(
      'pat',
      `/pull-requests/${number}/timeline`,
    );
    expect(body.events).toContainEqual(
      expect.objectContaining({
        kind: 'retried',
        text: 'pat asked for the apply to be run again',
        actor: { entityRef: 'user:default/pat', login: 'pat' },
      }),
    );
    await host.check(sha, APPLY, 'success');
    const late = await portal.post('pat', path, {});
    expect(late.status).toBe(409);
    expect(late.body.error.message).toBe('Its apply went well');
  });
});

describe('reverting', () => {
  it('opens a request of its own, which somebody else has to approve, and does so once', async () => {
    const change = await merged('reverted', manifest('reverted'));
    const path = `/pull-requests/${change.number}/revert`;
    const first = await portal.post('sam', path, {});
    expect(first.body).toMatchObject({
      title: 'Revert "Change reverted"',
      state: 'open',
    });
    const again = await portal.post('pat', path, {});
    expect(again.body).toEqual(first.body);
    const link = { number: first.body.number, state: 'open' };
    const told = await follow(change.number);
    expect(told.revertedBy).toMatchObject(link);
    expect(told.viewer.whyNotRevert).toBe(
      `Change ${first.body.number} takes it back already`,
    );
    expect((await follow(first.body.number)).reverts).toMatchObject({
      number: change.number,
      state: 'merged',
    });
    const page = `/pull-requests/${first.body.number}`;
    const { body } = await portal.get('sam', page);
    expect(body).toMatchObject({
      entityRef: 'component:default/mailer',
      requesters: ['user:default/sam'],
      viewer: { canApprove: false, canMerge: false },
    });
  });

  it('is refused before the merge, and in words when it conflicts', async () => {
    const open = await host.open({
      branch: 'open',
      files: filesOf('dev', 'o'),
    });
    const path = `/pull-requests/${open.number}/revert`;
    const early = await portal.post('pat', path, {});
    expect(early.body.error.message).toBe(
      'Only what is merged can be reverted; close it instead',
    );
    const first = await merged('conflict-1', manifest('one'));
    await merged('conflict-2', manifest('two'));
    const late = `/pull-requests/${first.number}/revert`;
    const { status, body } = await portal.post('pat', late, {});
    expect(status).toBe(409);
    expect(body.error.message).toContain("couldn't be reverted automatically");
  });
});

it('gives the history as a file to whoever wants to keep it', async () => {
  const { number } = await merged('kept');
  const path = `/pull-requests/${number}/timeline?download`;
  const { headers } = await portal.get('pat', path);
  expect(headers['content-disposition']).toBe(
    `attachment; filename="change-${number}-timeline.json"`,
  );
});
