import { spawn } from 'node:child_process';
import { devNull } from 'node:os';

/** A git command that ended with a code the caller did not expect. */
export class GitCommandError extends Error {
  constructor(
    readonly args: readonly string[],
    readonly exitCode: number | undefined,
    readonly stderr: string,
  ) {
    super(`git ${args[0]} failed (${exitCode ?? 'killed'}): ${stderr.trim()}`);
    this.name = 'GitCommandError';
  }
}

export interface RunGitOptions {
  readonly input?: Buffer | string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Exit codes that are answers, not failures. */
  readonly allowed?: readonly number[];
}

/** Settings of the machine's user must not change what the embedded host does. */
export function gitEnvironment(
  extra: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    SystemRoot: process.env.SystemRoot,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    ...extra,
  };
}

/** Runs git with arguments as given, never through a shell, and answers its output. */
export function runGit(
  gitDir: string,
  args: readonly string[],
  options: RunGitOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [`--git-dir=${gitDir}`, ...args], {
      env: gitEnvironment(options.env),
      cwd: options.cwd,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', chunk => out.push(chunk));
    child.stderr.on('data', chunk => err.push(chunk));
    child.on('error', reject);
    // git may end before it has read all input; its exit code says why.
    child.stdin.on('error', () => {});
    child.on('close', code => {
      if (code !== null && (options.allowed ?? [0]).includes(code)) {
        resolve(Buffer.concat(out));
      } else {
        const text = Buffer.concat(err).toString();
        reject(new GitCommandError(args, code ?? undefined, text));
      }
    });
    child.stdin.end(options.input ?? '');
  });
}
