import { parseArgs } from 'node:util';
import { CommandError, EXIT } from '../exitCodes';
import { PlanFile, toPlanFile } from '../parseArguments';

/** What `slipway-plan apply` was asked for. */
export interface ApplyArguments {
  readonly help: boolean;
  readonly logs: readonly PlanFile[];
  readonly errors: readonly Required<PlanFile>[];
  /** Files that `--json` wrote. */
  readonly reports: readonly string[];
  /** Roots that are not there yet: they wait. */
  readonly waiting: readonly string[];
  readonly environment?: string;
  readonly json: boolean;
  readonly post: boolean;
  readonly sha?: string;
  readonly repository?: string;
  readonly apiUrl?: string;
  readonly detailsUrl?: string;
}

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  environment: { type: 'string' },
  error: { type: 'string', multiple: true, default: [] as string[] },
  report: { type: 'string', multiple: true, default: [] as string[] },
  waiting: { type: 'string', multiple: true, default: [] as string[] },
  json: { type: 'boolean', default: false },
  post: { type: 'boolean', default: false },
  sha: { type: 'string' },
  repository: { type: 'string' },
  'api-url': { type: 'string' },
  'details-url': { type: 'string' },
} as const;

/** @throws CommandError naming the option and what would do. */
export function parseApplyArguments(args: readonly string[]): ApplyArguments {
  const { values, positionals } = parse(args);
  const errors = values.error.map(text => {
    const { root, file } = toPlanFile(text);
    if (root !== undefined) return { root, file };
    throw wrong(`--error ${text}: write it as <root>=<file>`);
  });
  const { report, waiting } = values;
  const named =
    positionals.length + errors.length + report.length + waiting.length;
  if (!values.help && named === 0) throw wrong('Name at least one log');
  return {
    help: values.help,
    logs: positionals.map(toPlanFile),
    errors,
    reports: report,
    waiting,
    environment: values.environment,
    json: values.json,
    post: values.post,
    sha: values.sha,
    repository: values.repository,
    apiUrl: values['api-url'],
    detailsUrl: values['details-url'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): CommandError {
  return new CommandError(
    EXIT.usage,
    `${message}. slipway-plan apply --help says more.`,
  );
}
