import {
  isAtLeast,
  planSummary,
  PlanRoot,
  rootRisks,
} from '@slipway/plugin-infra-prs-common';
import { runApply } from './apply/runApply';
import { CommandError, EXIT, ExitCode } from './exitCodes';
import { postPlan } from './github/postPlan';
import { readTarget } from './github/readTarget';
import { Output } from './Output';
import { Arguments, parseArguments } from './parseArguments';
import { readRoots } from './readRoots';
import { USAGE } from './usage';

/** Runs the command. Never throws: what goes wrong is said, and is the exit code. */
export async function main(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  output: Output,
): Promise<ExitCode> {
  try {
    if (args[0] === 'apply') {
      return await runApply(args.slice(1), environment, output);
    }
    const parsed = parseArguments(args);
    if (parsed.help) {
      output.out(USAGE);
      return EXIT.ok;
    }
    return await run(parsed, environment, output);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    output.err(`slipway-plan: ${error.message}\n`);
    return error.exitCode;
  }
}

async function run(
  args: Arguments,
  environment: NodeJS.ProcessEnv,
  output: Output,
): Promise<ExitCode> {
  // What is missing for posting is said before minutes are spent on reading.
  const target = args.post ? await readTarget(args, environment) : undefined;
  const roots = await readRoots(args);
  output.out(
    args.json
      ? `${JSON.stringify(roots, undefined, 2)}\n`
      : `${planSummary(roots)}\n`,
  );
  if (target) {
    const url = await postPlan(target, roots, args.text);
    output.err(`Posted as slipway/plan: ${url}\n`);
  }
  return verdict(roots, args);
}

/** What was there before is not this change's doing; what cannot be told may be. */
function newFindings({ findings = [] }: PlanRoot) {
  return findings.filter(({ isNew }) => isNew !== false);
}

function verdict(roots: readonly PlanRoot[], { failOn }: Arguments): ExitCode {
  if (roots.some(({ error }) => error !== undefined)) return EXIT.planFailed;
  const risky =
    failOn !== undefined &&
    roots.some(root =>
      [...rootRisks(root), ...newFindings(root)].some(({ severity }) =>
        isAtLeast(severity, failOn),
      ),
    );
  return risky ? EXIT.risk : EXIT.ok;
}
