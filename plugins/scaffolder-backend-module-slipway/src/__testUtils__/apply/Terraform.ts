import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

const TEN_MINUTES = 600_000;

export interface TerraformRun {
  readonly output: string;
  readonly seconds: number;
  /** 2 for a plan with changes, asked for by `-detailed-exitcode`. */
  readonly exitCode: number;
}

/** A command that failed, with the end of what it said. */
export class TerraformError extends Error {
  constructor(command: string, folder: string, output: string) {
    super(`terraform ${command} failed in ${folder}\n${output.slice(-4_000)}`);
    this.name = 'TerraformError';
  }
}

/** The terraform binary in one folder. */
export class Terraform {
  constructor(
    private readonly folder: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {}

  /** @throws TerraformError for an exit code other than 0 and, for a plan, 2. */
  async run(command: string, ...args: string[]): Promise<TerraformRun> {
    const started = performance.now();
    const { exitCode, output } = await this.#spawn([command, ...args]);
    if (exitCode !== 0 && !(command === 'plan' && exitCode === 2)) {
      throw new TerraformError(command, this.folder, output);
    }
    const seconds = Math.round((performance.now() - started) / 1_000);
    return { output, seconds, exitCode };
  }

  /** What a command prints as JSON. */
  async json(command: string, ...args: string[]): Promise<unknown> {
    return JSON.parse((await this.run(command, ...args)).output);
  }

  #spawn(args: readonly string[]) {
    return new Promise<{ exitCode: number; output: string }>(
      (resolve, reject) => {
        const child = spawn('terraform', args, {
          cwd: this.folder,
          timeout: TEN_MINUTES,
          env: {
            ...process.env,
            TF_CLI_CONFIG_FILE: '/dev/null',
            CHECKPOINT_DISABLE: '1',
            TF_IN_AUTOMATION: '1',
            ...this.environment,
          },
        });
        const chunks: Buffer[] = [];
        child.stdout.on('data', chunk => chunks.push(chunk));
        child.stderr.on('data', chunk => chunks.push(chunk));
        child.on('error', reject);
        child.on('close', code =>
          resolve({
            exitCode: code ?? 1,
            output: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
  }
}
