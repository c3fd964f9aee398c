import { parseArgs, ParseArgsConfig } from 'node:util';
import { CommandError, EXIT } from './exitCodes';

/** A file, and the folder that it is about; by default the file's own. */
export interface PlanFile {
  readonly root?: string;
  readonly file: string;
}

/** What every command is told: which roots failed, and where to post what it says. */
export interface CommonArguments {
  readonly help: boolean;
  readonly errors: readonly Required<PlanFile>[];
  /** Files that `--json` wrote. */
  readonly reports: readonly string[];
  readonly environment?: string;
  readonly json: boolean;
  readonly post: boolean;
  readonly sha?: string;
  readonly repository?: string;
  readonly apiUrl?: string;
  readonly detailsUrl?: string;
}

export const commonOptions = {
  help: { type: 'boolean', short: 'h', default: false },
  environment: { type: 'string' },
  error: { type: 'string', multiple: true, default: [] as string[] },
  report: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
  post: { type: 'boolean', default: false },
  sha: { type: 'string' },
  repository: { type: 'string' },
  'api-url': { type: 'string' },
  'details-url': { type: 'string' },
} as const;

type Values = ReturnType<
  typeof parseArgs<{ options: typeof commonOptions }>
>['values'];

/** Reads a command line; `wrong` tells which help says more. @throws CommandError */
export function parseOptions<O extends ParseArgsConfig['options']>(
  args: readonly string[],
  options: O,
  wrong: Wrong,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

/** The part that all commands share. @throws CommandError */
export function toCommonArguments(
  values: Values,
  wrong: Wrong,
): CommonArguments {
  const errors = values.error.map(text => {
    const { root, file } = toPlanFile(text, wrong);
    if (root !== undefined) return { root, file };
    throw wrong(`--error ${text}: write it as <root>=<file>`);
  });
  return {
    help: values.help,
    errors,
    reports: values.report,
    environment: values.environment,
    json: values.json,
    post: values.post,
    sha: values.sha,
    repository: values.repository,
    apiUrl: values['api-url'],
    detailsUrl: values['details-url'],
  };
}

/** `live/dev/orders=plan.json`; a file whose own name has a `=` needs a root before it. @throws CommandError */
export function toPlanFile(text: string, wrong: Wrong): PlanFile {
  const at = text.indexOf('=');
  if (at < 0) return { file: text };
  const [root, file] = [text.slice(0, at), text.slice(at + 1)];
  if (root === '' || file === '') {
    throw wrong(`${text}: write it as <root>=<file>`);
  }
  return { root: root.replace(/^\.\//, '').replace(/\/+$/, '') || '.', file };
}

/** Makes the error that says what was wrong. */
export type Wrong = (message: string) => CommandError;

/** Errors of a command, which name it. */
export function wrongUseOf(command: string): Wrong {
  return message =>
    new CommandError(EXIT.usage, `${message}. ${command} --help says more.`);
}
