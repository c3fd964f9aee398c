import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import {
  createGithubRepoCreateAction,
  createGithubRepoPushAction,
  createPublishGithubAction,
  createPublishGithubPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Octokit } from 'octokit';
import { DEMO_BOT_TOKEN } from '../../demo/people';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

jest.setTimeout(120_000);

/** Backstage's own actions, unmodified, against the host. */
describe('scaffolder actions', () => {
  let test: TestHost;
  let workspace: string;
  let options: {
    integrations: ScmIntegrations;
    config: ConfigReader;
    githubCredentialsProvider: DefaultGithubCredentialsProvider;
  };
  let bot: Octokit;
  const repo = { owner: 'acme', repo: 'infrastructure' };

  beforeAll(async () => {
    test = await startTestHost();
    await test.repository('infrastructure', {
      'README.md': '# Infrastructure\n',
      'old.tf': 'old\n',
    });
    workspace = await mkdtemp(path.join(tmpdir(), 'slipway-workspace-'));
    await mkdir(path.join(workspace, 'terraform'));
    await writeFile(
      path.join(workspace, 'terraform', 'main.tf'),
      'locals {}\n',
    );
    await writeFile(path.join(workspace, 'run.sh'), '#!/bin/sh\n', {
      mode: 0o755,
    });
    const config = new ConfigReader({
      integrations: {
        github: [
          {
            host: new URL(test.url).host,
            apiBaseUrl: `${test.url}/api/v3`,
            token: DEMO_BOT_TOKEN,
          },
        ],
      },
    });
    const integrations = ScmIntegrations.fromConfig(config);
    options = {
      config,
      integrations,
      githubCredentialsProvider:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    };
    bot = await test.octokit('slipway-bot');
  });
  afterAll(async () => {
    await test.stop();
    await rm(workspace, { recursive: true, force: true });
  });

  const repoUrl = (name: string) =>
    `${new URL(test.url).host}?owner=acme&repo=${name}`;

  /** Runs publish:github:pull-request as a fresh task does: no checkpoint is left of an earlier one. */
  async function publish(branchName: string) {
    const outputs: Record<string, unknown> = {};
    const context = createMockActionContext({
      workspacePath: workspace,
      logger: mockServices.logger.mock(),
      input: {
        repoUrl: repoUrl('infrastructure'),
        branchName,
        title: 'Add order-mailer',
        description: 'Please.',
        update: true,
        filesToDelete: ['old.tf', 'never-there.tf'],
        reviewers: ['pat'],
        assignees: ['olivia'],
        gitAuthorName: 'Olivia Ortega',
        gitAuthorEmail: 'olivia@acme.example',
      },
    });
    await createPublishGithubPullRequestAction(options).handler({
      ...context,
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
    });
    return outputs;
  }

  it('publish:github:pull-request opens a pull request, and a second run updates the same one', async () => {
    const first = await publish('slipway/order-mailer');
    expect(first).toMatchObject({ targetBranchName: 'main' });
    const pull_number = Number(first.pullRequestNumber);
    expect(first.remoteUrl).toBe(
      `${test.url}/acme/infrastructure/pull/${pull_number}`,
    );
    const { data: pull } = await bot.rest.pulls.get({ ...repo, pull_number });
    expect(pull).toMatchObject({
      user: { login: 'slipway-bot' },
      requested_reviewers: [{ login: 'pat' }],
      assignees: [{ login: 'olivia' }],
    });
    const { data: files } = await bot.rest.pulls.listFiles({
      ...repo,
      pull_number,
    });
    expect(files.map(file => [file.filename, file.status])).toEqual([
      ['old.tf', 'removed'],
      ['run.sh', 'added'],
      ['terraform/main.tf', 'added'],
    ]);
    const { data: tree } = await bot.rest.git.getTree({
      ...repo,
      tree_sha: pull.head.sha,
    });
    const script = tree.tree.find(entry => entry.path === 'run.sh');
    expect(script?.mode).toBe('100755');

    const second = await publish('slipway/order-mailer');
    expect(second.pullRequestNumber).toBe(pull_number);
    const { data: open } = await bot.rest.pulls.list(repo);
    expect(open).toHaveLength(1);
  });

  it('publish:github:pull-request opens one when it was killed after the branch', async () => {
    const { data: main } = await bot.rest.git.getRef({
      ...repo,
      ref: 'heads/main',
    });
    await bot.rest.git.createRef({
      ...repo,
      ref: 'refs/heads/slipway/killed',
      sha: main.object.sha,
    });
    const outputs = await publish('slipway/killed');
    const { data } = await bot.rest.pulls.list({
      ...repo,
      head: 'acme:slipway/killed',
    });
    expect(data.map(pull => pull.number)).toEqual([outputs.pullRequestNumber]);
  });

  it('fails when the host limits the rate, and leaves nothing behind', async () => {
    test.chaos.set('github', { throttleRate: 1 });
    await expect(publish('slipway/down')).rejects.toThrow(
      'Pull request creation failed',
    );
    test.chaos.reset();
    await expect(
      test.host.headOf('acme', 'infrastructure', 'slipway/down'),
    ).resolves.toBeUndefined();
  });

  it('publish:github creates a repository, pushes and protects it', async () => {
    const context = createMockActionContext({
      workspacePath: workspace,
      logger: mockServices.logger.mock(),
      input: {
        repoUrl: repoUrl('order-mailer'),
        description: 'Mails',
        defaultBranch: 'main',
        topics: ['Slipway'],
        gitAuthorName: 'Olivia Ortega',
        gitAuthorEmail: 'olivia@acme.example',
      },
    });
    await createPublishGithubAction(options).handler(context);
    expect(context.output).toHaveBeenCalledWith(
      'remoteUrl',
      `${test.url}/acme/order-mailer.git`,
    );
    const files = await test.host.readTree('acme', 'order-mailer', 'main');
    expect([...files.keys()]).toEqual(['run.sh', 'terraform/main.tf']);
    const { data } = await bot.rest.repos.get({
      ...repo,
      repo: 'order-mailer',
    });
    expect(data).toMatchObject({ description: 'Mails', topics: ['slipway'] });
    await expect(
      bot.rest.repos.getBranchProtection({
        ...repo,
        repo: 'order-mailer',
        branch: 'main',
      }),
    ).resolves.toMatchObject({ status: 200 });
  });

  it('github:repo:create and github:repo:push do the same in two steps', async () => {
    const context = (input: object) =>
      createMockActionContext({
        workspacePath: workspace,
        logger: mockServices.logger.mock(),
        input: { repoUrl: repoUrl('two-steps'), ...input },
      });
    await createGithubRepoCreateAction(options).handler(context({}));
    await expect(
      createGithubRepoCreateAction(options).handler(context({})),
    ).rejects.toThrow('name already exists');
    await createGithubRepoPushAction(options).handler(
      context({ protectDefaultBranch: false, defaultBranch: 'main' }),
    );
    const files = await test.host.readTree('acme', 'two-steps', 'main');
    expect(files.size).toBe(2);
  });
});
