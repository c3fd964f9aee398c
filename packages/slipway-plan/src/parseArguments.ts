import {
  RISK_SEVERITIES,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import {
  CommonArguments,
  commonOptions,
  parseOptions,
  PlanFile,
  toCommonArguments,
  toPlanFile,
  wrongUseOf,
} from './commandOptions';

/** What the command was asked for. */
export interface Arguments extends CommonArguments {
  readonly plans: readonly PlanFile[];
  /** Files that scanners wrote, and the folders that these ran in. */
  readonly sarif: readonly PlanFile[];
  readonly region?: string;
  readonly protected?: boolean;
  readonly text: boolean;
  readonly failOn?: RiskSeverity;
}

const options = {
  ...commonOptions,
  region: { type: 'string' },
  protected: { type: 'boolean' },
  sarif: { type: 'string', multiple: true, default: [] as string[] },
  text: { type: 'boolean', default: false },
  'fail-on': { type: 'string' },
} as const;

const wrong = wrongUseOf('slipway-plan');

/** @throws CommandError naming the option and what would do. */
export function parseArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseOptions(args, options, wrong);
  const common = toCommonArguments(values, wrong);
  const { errors, reports } = common;
  const named = positionals.length + errors.length + reports.length;
  if (!values.help && named === 0) throw wrong('Name at least one plan');
  return {
    ...common,
    plans: positionals.map(text => toPlanFile(text, wrong)),
    sarif: values.sarif.map(text => toPlanFile(text, wrong)),
    region: values.region,
    protected: values.protected,
    text: values.text,
    failOn: toSeverity(values['fail-on']),
  };
}

function toSeverity(text: string | undefined): RiskSeverity | undefined {
  const severity = RISK_SEVERITIES.find(name => name === text);
  if (text !== undefined && !severity) {
    throw wrong(`--fail-on ${text}: use one of ${RISK_SEVERITIES.join(', ')}`);
  }
  return severity;
}
