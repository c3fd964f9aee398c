import {
  CommonArguments,
  commonOptions,
  parseOptions,
  PlanFile,
  toCommonArguments,
  toPlanFile,
  wrongUseOf,
} from '../commandOptions';

/** What `slipway-plan apply` was asked for. */
export interface ApplyArguments extends CommonArguments {
  readonly logs: readonly PlanFile[];
  /** Roots that are not there yet: they wait. */
  readonly waiting: readonly string[];
}

const options = {
  ...commonOptions,
  waiting: { type: 'string', multiple: true, default: [] as string[] },
} as const;

const wrong = wrongUseOf('slipway-plan apply');

/** @throws CommandError naming the option and what would do. */
export function parseApplyArguments(args: readonly string[]): ApplyArguments {
  const { values, positionals } = parseOptions(args, options, wrong);
  const common = toCommonArguments(values, wrong);
  const { waiting } = values;
  const { errors, reports } = common;
  const named =
    positionals.length + errors.length + reports.length + waiting.length;
  if (!values.help && named === 0) throw wrong('Name at least one log');
  const logs = positionals.map(text => toPlanFile(text, wrong));
  return { ...common, logs, waiting };
}
