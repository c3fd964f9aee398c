import { parseArgs } from 'node:util';
import {
  RISK_SEVERITIES,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { CommandError, EXIT } from './exitCodes';

/** A file, and the folder that it is the plan of; by default the file's own. */
export interface PlanFile {
  readonly root?: string;
  readonly file: string;
}

/** What the command was asked for. */
export interface Arguments {
  readonly help: boolean;
  readonly plans: readonly PlanFile[];
  readonly errors: readonly Required<PlanFile>[];
  /** Files that `--json` wrote. */
  readonly reports: readonly string[];
  /** Files that scanners wrote, and the folders that these ran in. */
  readonly sarif: readonly PlanFile[];
  readonly environment?: string;
  readonly region?: string;
  readonly protected?: boolean;
  readonly text: boolean;
  readonly json: boolean;
  readonly failOn?: RiskSeverity;
  readonly post: boolean;
  readonly sha?: string;
  readonly repository?: string;
  readonly apiUrl?: string;
  readonly detailsUrl?: string;
}

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  environment: { type: 'string' },
  region: { type: 'string' },
  protected: { type: 'boolean' },
  error: { type: 'string', multiple: true, default: [] as string[] },
  report: { type: 'string', multiple: true, default: [] as string[] },
  sarif: { type: 'string', multiple: true, default: [] as string[] },
  text: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'fail-on': { type: 'string' },
  post: { type: 'boolean', default: false },
  sha: { type: 'string' },
  repository: { type: 'string' },
  'api-url': { type: 'string' },
  'details-url': { type: 'string' },
} as const;

/** @throws CommandError naming the option and what would do. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  const errors = values.error.map(text => {
    const { root, file } = toPlanFile(text);
    if (root !== undefined) return { root, file };
    throw wrong(`--error ${text}: write it as <root>=<file>`);
  });
  const named = positionals.length + errors.length + values.report.length;
  if (!values.help && named === 0) {
    throw wrong('Name at least one plan');
  }
  return {
    help: values.help,
    plans: positionals.map(toPlanFile),
    errors,
    reports: values.report,
    sarif: values.sarif.map(toPlanFile),
    environment: values.environment,
    region: values.region,
    protected: values.protected,
    text: values.text,
    json: values.json,
    failOn: toSeverity(values['fail-on']),
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

/** `live/dev/orders=plan.json`; a file whose own name has a `=` needs a root before it. */
export function toPlanFile(text: string): PlanFile {
  const at = text.indexOf('=');
  if (at < 0) return { file: text };
  const [root, file] = [text.slice(0, at), text.slice(at + 1)];
  if (root === '' || file === '') {
    throw wrong(`${text}: write it as <root>=<file>`);
  }
  return { root: root.replace(/^\.\//, '').replace(/\/+$/, '') || '.', file };
}

function toSeverity(text: string | undefined): RiskSeverity | undefined {
  const severity = RISK_SEVERITIES.find(name => name === text);
  if (text !== undefined && !severity) {
    throw wrong(`--fail-on ${text}: use one of ${RISK_SEVERITIES.join(', ')}`);
  }
  return severity;
}

function wrong(message: string): CommandError {
  return new CommandError(
    EXIT.usage,
    `${message}. slipway-plan --help says more.`,
  );
}
