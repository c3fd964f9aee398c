import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** How a tool ended. `output` holds both of its streams in the order they came. */
export interface CommandResult {
  readonly ok: boolean;
  readonly output: string;
  readonly seconds: number;
}

/** Runs a tool to its end, without the settings of whoever started it. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly timeoutMs?: number;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<CommandResult> {
  const started = Date.now();
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      timeout: options.timeoutMs ?? 300_000,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        TF_CLI_CONFIG_FILE: devNull,
        TF_IN_AUTOMATION: '1',
        CHECKPOINT_DISABLE: '1',
        AWS_EC2_METADATA_DISABLED: 'true',
        ...options.env,
      },
    });
    let output = '';
    const add = (text: string) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', add);
    child.stderr.setEncoding('utf8').on('data', add);
    const end = (ok: boolean) =>
      resolve({ ok, output, seconds: (Date.now() - started) / 1000 });
    child.on('error', error => {
      add(error.message);
      end(false);
    });
    child.on('close', code => end(code === 0));
  });
}
