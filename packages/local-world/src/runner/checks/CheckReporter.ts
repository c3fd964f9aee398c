import { GitHost } from '../../git/GitHost';
import {
  CheckRunFields,
  createCheckRun,
  updateCheckRun,
} from '../../git/checks/writeCheckRun';
import { CheckRun } from '../../git/records/checkSchema';
import { HostedRepository } from '../../git/records/HostedRepository';

export interface CheckOutput {
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly text?: string;
}

export interface CheckResult extends CheckOutput {
  readonly conclusion: NonNullable<CheckRun['conclusion']>;
}

/** Check runs of the runner on one commit, from queued to completed. */
export class CheckReporter {
  private readonly runs = new Map<string, CheckRun>();

  private constructor(
    private readonly host: GitHost,
    private readonly repository: HostedRepository,
  ) {}

  static async queue(
    host: GitHost,
    repository: HostedRepository,
    sha: string,
    names: readonly string[],
  ): Promise<CheckReporter> {
    const reporter = new CheckReporter(host, repository);
    for (const name of names) {
      const run = await createCheckRun(host.context, repository, sha, { name });
      reporter.runs.set(name, run);
    }
    return reporter;
  }

  /** Runs a check; what it throws fails it, an abort cancels it. */
  async run(
    name: string,
    signal: AbortSignal,
    task: (
      progress: (output: CheckOutput) => Promise<void>,
    ) => Promise<CheckResult>,
  ): Promise<void> {
    if (signal.aborted) return;
    await this.update(name, { status: 'in_progress' });
    const progress = (output: CheckOutput) => this.update(name, { output });
    const result = await task(progress).catch(error => brokenCheck(error));
    if (!signal.aborted) await this.complete(name, result);
  }

  complete(name: string, result: CheckResult): Promise<void> {
    const { conclusion, ...output } = result;
    return this.update(name, { status: 'completed', conclusion, output });
  }

  /** Ends what has not ended. */
  async cancel(reason: string): Promise<void> {
    for (const [name, run] of this.runs) {
      if (run.status !== 'completed') {
        await this.complete(name, {
          conclusion: 'cancelled',
          title: 'Cancelled',
          summary: reason,
        });
      }
    }
  }

  private async update(name: string, fields: CheckRunFields): Promise<void> {
    const run = this.runs.get(name);
    if (run) {
      await updateCheckRun(this.host.context, this.repository, run, fields);
    }
  }
}

function brokenCheck(error: unknown): CheckResult {
  const message = error instanceof Error ? error.message : String(error);
  return {
    conclusion: 'failure',
    title: 'The check itself failed',
    summary: message.slice(0, 10_000),
  };
}
