import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** Terraform plans of one service take seconds; one that takes longer hangs. */
const DEADLINE_MS = 180_000;

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs terraform in a folder, without any credentials or settings of the machine's user. */
export function runTerraform(
  cwd: string,
  args: readonly string[],
  options: { readonly signal: AbortSignal; readonly input?: string },
): Promise<CommandResult> {
  const signal = AbortSignal.any([
    options.signal,
    AbortSignal.timeout(DEADLINE_MS),
  ]);
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', args, {
      cwd,
      signal,
      // Leave time to stop the provider.
      killSignal: 'SIGINT',
      env: {
        PATH: process.env.PATH,
        HOME: cwd,
        TMPDIR: process.env.TMPDIR,
        TF_CLI_CONFIG_FILE: devNull,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
        CHECKPOINT_DISABLE: '1',
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', text => (stderr += text));
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', code => resolve({ code: code ?? -1, stdout, stderr }));
    child.stdin.end(options.input ?? '');
  });
}
