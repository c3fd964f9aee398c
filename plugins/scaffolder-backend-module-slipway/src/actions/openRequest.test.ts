import { mockCredentials } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { RequestMetadata } from '@slipway/plugin-infra-prs-common';
import { MemoryTree } from '../__testUtils__/MemoryTree';
import { gitBlobId } from '../clients/gitBlobId';
import { RepositoryState } from '../clients/RepositoryClient';
import { createOpenRequestAction } from './openRequest';
import { PublishAction } from './publishPullRequest';

const metadata: RequestMetadata = {
  version: 1,
  id: 'add-queue-order-mailer--refunds',
  template: 'template:default/add-queue',
  templateVersion: '1',
  requester: 'user:default/olivia',
  entity: 'component:default/order-mailer',
  environments: ['dev'],
  parameters: {},
};
const repository = (repo: string) => ({
  slug: `acme/${repo}`,
  owner: 'acme',
  repoUrl: `github.com?owner=acme&repo=${repo}`,
  webUrl: `https://github.com/acme/${repo}`,
});
const request = {
  id: metadata.id,
  branchName: `slipway/${metadata.id}`,
  title: 'Add the queue',
  description: 'Why',
  commitMessage: 'Add the queue',
  metadata,
  infrastructure: { ...repository('infrastructure'), branch: 'main' },
  service: repository('order-mailer'),
};
const both = [
  { repository: 'infrastructure' as const, sourcePath: './infrastructure' },
  { repository: 'service' as const, sourcePath: './service' },
];

type PublishInput = Parameters<PublishAction['handler']>[0]['input'];

/** Stands where GitHub and the portal's record do. `opens` says what becomes of the pull request of a repository. */
function startAction(
  options: {
    opens?: Record<string, number | 'nothing' | Error>;
    service?: Partial<RepositoryState>;
    recordFails?: boolean;
    asked?: { number: number; url: string; body: string };
  } = {},
) {
  const { opens = { infrastructure: 7, 'order-mailer': 3 } } = options;
  const published: PublishInput[] = [];
  const bodies: Array<[string, number, string]> = [];
  const recorded: unknown[] = [];
  const action = createOpenRequestAction({
    publish: {
      id: 'publish:github:pull-request',
      async handler({ input, output }) {
        published.push(input);
        const repo = input.repoUrl.split('repo=')[1];
        const answer = opens[repo];
        if (answer instanceof Error) throw answer;
        if (answer === 'nothing') return;
        output('pullRequestNumber', answer);
        output('remoteUrl', `https://github.com/acme/${repo}/pull/${answer}`);
      },
    },
    repositories: {
      findOpenPullRequest: async () => options.asked,
      getState: async () => ({
        exists: true,
        empty: false,
        commitMessages: [],
        ...options.service,
      }),
      setPullRequestBody: async ({ repo }, number, body) => {
        bodies.push([repo, number, body]);
      },
    },
    tree: new MemoryTree({ 'catalog/order-mailer.yaml': 'as it is' }),
    recorder: {
      async record(what) {
        if (options.recordFails) throw new Error('down');
        recorded.push(what);
      },
    },
  });
  const run = async (
    pullRequests = both,
    isDryRun = false,
    base: Record<string, string> = {},
  ) => {
    const outputs: Record<string, unknown> = {};
    await action.handler({
      ...createMockActionContext(),
      input: { request, base, pullRequests },
      isDryRun,
      getInitiatorCredentials: async () => mockCredentials.user(),
      output: (name, value) => {
        outputs[name] = value;
      },
    });
    return outputs;
  };
  return { run, published, bodies, recorded };
}

describe('slipway:request:open', () => {
  it('opens a pull request for each repository, links them, and records who asked', async () => {
    const { run, published, bodies, recorded } = startAction();
    expect(await run()).toEqual({
      url: '/infra-prs/7',
      pullRequestNumber: 7,
      pullRequestUrl: 'https://github.com/acme/infrastructure/pull/7',
      servicePullRequestUrl: 'https://github.com/acme/order-mailer/pull/3',
    });
    const [service, infrastructure] = published;
    expect(service).toMatchObject({
      repoUrl: 'github.com?owner=acme&repo=order-mailer',
      branchName: 'slipway/add-queue-order-mailer--refunds',
      sourcePath: './service',
      update: true,
      createWhenEmpty: false,
    });
    expect(infrastructure).toMatchObject({
      targetBranchName: 'main',
      description:
        'Part of the same request: https://github.com/acme/order-mailer/pull/3\n\nWhy',
    });
    expect(bodies).toEqual([
      [
        'order-mailer',
        3,
        'Part of the same request: https://github.com/acme/infrastructure/pull/7\n\nWhy',
      ],
    ]);
    expect(recorded).toEqual([
      {
        pullRequestNumber: 7,
        metadata,
        pulls: [
          {
            role: 'service',
            repository: 'github.com/acme/order-mailer',
            number: 3,
            url: 'https://github.com/acme/order-mailer/pull/3',
          },
        ],
      },
    ]);
  });

  it.each([
    ['is not there', { exists: false, empty: true }],
    ['is empty', { exists: true, empty: true }],
  ])('leaves out the service when its repository %s', async (_, service) => {
    const { run, published, bodies } = startAction({ service });
    expect(await run()).toMatchObject({ pullRequestNumber: 7 });
    expect(published).toHaveLength(1);
    expect(bodies).toEqual([]);
  });

  it('skips what has nothing to change', async () => {
    const { run, recorded, bodies } = startAction({
      opens: { infrastructure: 'nothing', 'order-mailer': 3 },
    });
    expect(await run()).toEqual({
      servicePullRequestUrl: 'https://github.com/acme/order-mailer/pull/3',
    });
    expect([recorded, bodies]).toEqual([[], []]);
  });

  it.each([
    [
      'the first fails',
      { opens: { 'order-mailer': new Error('GitHub is down') } },
      /^No pull request was opened\. Run the template again with the same answers/,
    ],
    [
      'the second fails',
      {
        opens: {
          'order-mailer': 3,
          infrastructure: new Error('GitHub is down'),
        },
      },
      /^Pull request #3 of acme\/order-mailer is open, but the request is not finished\. Run the template again/,
    ],
    [
      'only the record fails',
      { recordFails: true },
      /^Pull request #3 of acme\/order-mailer and pull request #7 of acme\/infrastructure are open, but/,
    ],
  ])(
    'says what is open and how to go on when %s',
    async (_, options, message) => {
      await expect(startAction(options).run()).rejects.toThrow(message);
    },
  );

  it('takes nothing back that was merged while it ran', async () => {
    const path = 'catalog/order-mailer.yaml';
    const { run, published } = startAction();
    await expect(
      run(both, false, { [path]: gitBlobId('as it was') }),
    ).rejects.toThrow(
      /^No pull request was opened\. Run the template again .*catalog\/order-mailer\.yaml was changed in the infrastructure repository while/,
    );
    expect(published).toEqual([]);
    await run(both, false, { [path]: gitBlobId('as it is') });
    expect(published).toHaveLength(2);
  });

  it('leaves a pull request that somebody else opened meanwhile', async () => {
    const asked = { number: 9, url: 'https://github.com/9', body: '' };
    const { run, published } = startAction({ asked });
    await expect(run()).rejects.toThrow(/has pull request #9 open/);
    expect(published).toEqual([]);
  });

  it('does nothing in a dry run', async () => {
    const { run, published, recorded } = startAction();
    expect(await run(both, true)).toEqual({});
    expect([published, recorded]).toEqual([[], []]);
  });
});
