import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CallCounter,
  Chaos,
  createGitHost,
  DefaultWorldClock,
  GitHost,
  GithubExchanges,
} from '@slipway/local-world';
import {
  formatPlanReport,
  formatRequestMetadata,
  PlanRoot,
  RequestMetadata,
} from '@slipway/plugin-infra-prs-common';
import { Octokit } from 'octokit';

const REPO = { owner: 'acme', repo: 'infrastructure' };

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

/** The embedded Git host with an infrastructure repository, for tests over the wire. */
export class InfrastructureHost {
  readonly #clients = new Map<string, Octokit>();

  static async start(
    options: {
      /** What the host takes for now, in milliseconds since the epoch. */
      readonly clockStart?: number;
    } = {},
  ): Promise<InfrastructureHost> {
    const stateDir = await mkdtemp(path.join(tmpdir(), 'slipway-prs-'));
    const clock = DefaultWorldClock.create({ start: options.clockStart });
    const chaos = new Chaos();
    const counter = new CallCounter();
    const exchanges = new GithubExchanges();
    let url = '';
    const baseUrl = () => url;
    const host = await createGitHost({
      stateDir,
      baseUrl,
      clock,
      chaos,
      counter,
      onExchange: exchanges.record,
    });
    const server = await host.listen();
    url = server.url;
    const stop = async () => {
      host.stop();
      clock.stop();
      await server.close();
      await rm(stateDir, { recursive: true, force: true, maxRetries: 5 });
      // All that the suite said to the host, and the host to it, is as GitHub describes its API.
      await exchanges.assertDescribed();
    };
    const infrastructure = new InfrastructureHost(
      host,
      url,
      chaos,
      counter,
      stop,
    );
    await infrastructure.#setUp();
    return infrastructure;
  }

  private constructor(
    private readonly host: GitHost,
    readonly url: string,
    readonly chaos: Chaos,
    readonly counter: CallCounter,
    readonly stop: () => Promise<void>,
  ) {}

  get events(): GitHost['events'] {
    return this.host.events;
  }

  tokenFor(login: string): Promise<string> {
    return this.host.tokenFor(login);
  }

  async as(login: string): Promise<Octokit> {
    const known = this.#clients.get(login);
    if (known) return known;
    const client = new Octokit({
      auth: await this.tokenFor(login),
      baseUrl: `${this.url}/api/v3`,
      throttle: { enabled: false },
      retry: { enabled: false },
    });
    this.#clients.set(login, client);
    return client;
  }

  /** These accounts may only read the repository from now on, and nobody else. */
  async makeReader(...logins: string[]): Promise<void> {
    const repository = this.host.repository(REPO.owner, REPO.repo);
    repository.record.readers = logins;
  }

  /** How many reviews GitHub itself asks for on main. */
  async requireReviews(count: number): Promise<void> {
    const { record } = this.host.repository(REPO.owner, REPO.repo);
    record.protections.main.requiredApprovals = count;
  }

  /** GitHub itself waits for this check on main from now on. */
  async requireCheck(name: string): Promise<void> {
    const { record } = this.host.repository(REPO.owner, REPO.repo);
    record.protections.main.requiredContexts?.push(name);
  }

  /** A check that goes on until `check` ends it. */
  async startCheck(headSha: string, name: string): Promise<void> {
    const { rest } = await this.as('slipway-bot');
    const status = 'in_progress';
    await rest.checks.create({ ...REPO, name, head_sha: headSha, status });
  }

  /** Main is merged through a queue, which waits for a second entry. Answers how to end that. */
  async useMergeQueue(): Promise<() => Promise<void>> {
    const { rest } = await this.as('slipway-bot');
    const { data } = await rest.repos.createRepoRuleset({
      ...REPO,
      name: 'queue',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [
        {
          type: 'merge_queue',
          parameters: {
            check_response_timeout_minutes: 60,
            grouping_strategy: 'ALLGREEN',
            max_entries_to_build: 5,
            max_entries_to_merge: 5,
            merge_method: 'MERGE',
            min_entries_to_merge: 2,
            min_entries_to_merge_wait_minutes: 60,
          },
        },
      ],
    });
    const ruleset_id = data.id;
    return async () => {
      await rest.repos.deleteRepoRuleset({ ...REPO, ruleset_id });
    };
  }

  /** As a person does on GitHub's own page. */
  async enableAutoMerge(login: string, number: number): Promise<void> {
    const octokit = await this.as(login);
    const { data } = await octokit.rest.pulls.get({
      ...REPO,
      pull_number: number,
    });
    await octokit.graphql(
      `mutation EnableAutoMerge($id: ID!) {
        enablePullRequestAutoMerge(input: { pullRequestId: $id }) { clientMutationId }
      }`,
      { id: data.node_id },
    );
  }

  /** Takes admin rights from the portal's bot, or gives them back. */
  async hideProtection(hidden: boolean): Promise<void> {
    const { record } = this.host.repository(REPO.owner, REPO.repo);
    if (hidden) record.collaborators['slipway-bot'] = 'write';
    else delete record.collaborators['slipway-bot'];
  }

  /** Puts files on main past its protection, as they were there before. */
  async commitToMain(files: Files): Promise<void> {
    const { record } = this.host.repository(REPO.owner, REPO.repo);
    const { main } = record.protections;
    delete record.protections.main;
    await this.push({ branch: 'main', files });
    record.protections.main = main;
  }

  /** Opens a pull request as the bot does for a golden path. Answers its number and head. */
  async open(options: {
    branch: string;
    files: Files;
    title?: string;
    metadata?: RequestMetadata;
    author?: string;
    trailer?: string;
  }): Promise<{ number: number; headSha: string }> {
    const author = options.author ?? 'slipway-bot';
    const { rest } = await this.as(author);
    const main = await rest.git.getRef({ ...REPO, ref: 'heads/main' });
    await rest.git.createRef({
      ...REPO,
      ref: `refs/heads/${options.branch}`,
      sha: main.data.object.sha,
    });
    const headSha = await this.push({ ...options, author });
    const { data } = await rest.pulls.create({
      ...REPO,
      title: options.title ?? `Change ${options.branch}`,
      head: options.branch,
      base: 'main',
      body: options.metadata ? formatRequestMetadata(options.metadata) : '',
    });
    return { number: data.number, headSha };
  }

  /** Commits files to a branch; answers the new head. */
  async push(options: {
    branch: string;
    files: Files;
    author?: string;
    trailer?: string;
  }): Promise<string> {
    const { rest } = await this.as(options.author ?? 'slipway-bot');
    const ref = `heads/${options.branch}`;
    const head = await rest.git.getRef({ ...REPO, ref });
    const parent = head.data.object.sha;
    const tree = await rest.git.createTree({
      ...REPO,
      base_tree: parent,
      tree: Object.entries(options.files).map(([file, content]) => ({
        path: file,
        mode: '100644',
        type: 'blob',
        content,
      })),
    });
    const trailer = options.trailer ? `\n\n${options.trailer}` : '';
    const commit = await rest.git.createCommit({
      ...REPO,
      message: `Change ${Object.keys(options.files)[0]}${trailer}`,
      tree: tree.data.sha,
      parents: [parent],
    });
    const { sha } = commit.data;
    await rest.git.updateRef({ ...REPO, ref, sha });
    return sha;
  }

  /** Is told when somebody asks for a check to be run again. */
  onRerequest(told: (event: { name: string; headSha: string }) => void): void {
    this.host.events.on('checkRerequested', told);
  }

  /** Reports a finished check, as the runner does. */
  async check(
    headSha: string,
    name: string,
    conclusion: 'success' | 'failure' = 'success',
    text?: string,
  ): Promise<void> {
    const { rest } = await this.as('slipway-bot');
    await rest.checks.create({
      ...REPO,
      name,
      head_sha: headSha,
      status: 'completed',
      conclusion,
      output: { title: name, summary: `${name}: ${conclusion}`, text },
    });
  }

  async plan(headSha: string, roots: readonly PlanRoot[]): Promise<void> {
    const report = formatPlanReport({
      version: 1,
      runner: 'static',
      headSha,
      roots: [...roots],
    });
    await this.check(headSha, 'slipway/plan', 'success', report);
  }

  async #setUp(): Promise<void> {
    const { rest } = await this.as('slipway-bot');
    await rest.repos.createInOrg({
      org: REPO.owner,
      name: REPO.repo,
      auto_init: true,
    });
    await rest.repos.updateBranchProtection({
      ...REPO,
      branch: 'main',
      required_status_checks: { strict: false, contexts: ['slipway/plan'] },
      enforce_admins: true,
      required_pull_request_reviews: {
        required_approving_review_count: 1,
        dismiss_stale_reviews: true,
      },
      restrictions: null,
    });
  }
}
