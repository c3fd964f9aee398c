import { APPLY_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { GitHost } from '../git/GitHost';
import { Mutex } from '../git/records/Mutex';
import { TerraformTarget, WorldEnvironment } from '../world/types';
import { applyAgain, applyMerged, applyPresent } from './applyMerged';
import { finishApplies } from './finishApplies';
import { checkPull } from './checkPull';
import { Planner } from './Planner';
import { reportPast } from './reportPast';

export interface RunnerContext {
  readonly host: GitHost;
  readonly target: TerraformTarget;
  readonly environments: readonly WorldEnvironment[];
  readonly owner: string;
  readonly repo: string;
  /** Chosen at first use. */
  readonly planner: () => Promise<Planner>;
}

/** Runs one job at a time: Terraform's provider needs most of a small machine. */
export class Runner {
  private readonly jobs = new Mutex();
  private readonly running = new Map<number, AbortController>();
  private readonly open = new Set<Promise<void>>();
  private stopped = false;

  constructor(private readonly context: RunnerContext) {}

  /** Applies what is on the default branch, without reports, then follows the Git host. */
  async start(): Promise<void> {
    const { host } = this.context;
    await this.applyPresent();
    host.events.on('pullRequest', this.onPull);
    host.events.on('push', this.onPush);
    host.events.on('checkRerequested', this.onRerequest);
    this.checkOpenPulls();
  }

  /** Begins anew, after the Git host was reset. */
  async reset(): Promise<void> {
    this.abortAll('The world was reset');
    await this.idle();
    await this.applyPresent();
    this.checkOpenPulls();
  }

  /** How much waits or runs, for the world's control page. */
  state() {
    return { jobs: this.open.size, pulls: [...this.running.keys()] };
  }

  /** Resolves when nothing waits or runs. */
  async idle(): Promise<void> {
    while (this.open.size > 0) await Promise.all(this.open);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.context.host.events.off('pullRequest', this.onPull);
    this.context.host.events.off('push', this.onPush);
    this.context.host.events.off('checkRerequested', this.onRerequest);
    this.abortAll('The runner was stopped');
    await this.idle();
  }

  private readonly onPull = (event: {
    owner: string;
    repo: string;
    number: number;
    action: string;
  }) => {
    if (!this.isOurs(event)) return;
    this.running.get(event.number)?.abort('A newer commit was pushed');
    if (event.action === 'opened' || event.action === 'synchronize') {
      this.check(event.number);
    }
  };

  private readonly onPush = (event: {
    owner: string;
    repo: string;
    ref: string;
    before: string;
    after: string;
  }) => {
    const branch = this.repository()?.record.defaultBranch;
    if (!this.isOurs(event) || event.ref !== `refs/heads/${branch}`) return;
    this.track(
      this.jobs.run(() => applyMerged(this.context, event.before, event.after)),
    );
  };

  private readonly onRerequest = (event: {
    owner: string;
    repo: string;
    name: string;
    headSha: string;
  }) => {
    if (!this.isOurs(event) || event.name !== APPLY_CHECK_NAME) return;
    this.track(this.jobs.run(() => applyAgain(this.context, event.headSha)));
  };

  private check(number: number): void {
    const controller = new AbortController();
    this.running.set(number, controller);
    const { signal } = controller;
    const done = checkPull(this.context, number, signal, task =>
      this.jobs.run(task),
    ).finally(() => {
      if (this.running.get(number) === controller) this.running.delete(number);
    });
    this.track(done);
  }

  /** Pull requests whose newest commit has unfinished or no checks, as after a kill. */
  private checkOpenPulls(): void {
    const record = this.repository()?.record;
    if (!record) return;
    for (const pull of record.pulls) {
      if (pull.state !== 'open') continue;
      const checks = record.checkRuns.filter(
        run => run.headSha === pull.head.sha,
      );
      const settled =
        checks.length > 0 && checks.every(run => run.status === 'completed');
      if (!settled) this.check(pull.number);
    }
  }

  /** A host that was not filled has no infrastructure repository. */
  private repository() {
    const { host, owner, repo } = this.context;
    return host.context.repositories.get(owner, repo);
  }

  private async applyPresent(): Promise<void> {
    if (!this.repository()) return;
    const result = await applyPresent(this.context);
    await finishApplies(this.context, result);
    await reportPast(this.context);
  }

  private isOurs(event: { owner: string; repo: string }): boolean {
    const { owner, repo } = this.context;
    return !this.stopped && event.owner === owner && event.repo === repo;
  }

  private abortAll(reason: string): void {
    for (const controller of this.running.values()) controller.abort(reason);
    this.running.clear();
  }

  private track(job: Promise<void>): void {
    const watched = job.catch(error => {
      const text = error instanceof Error ? error.stack : String(error);
      process.stderr.write(`Terraform runner: ${text}\n`);
    });
    this.open.add(watched);
    void watched.finally(() => this.open.delete(watched));
  }
}
