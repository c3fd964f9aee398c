import {
  APPLY_CHECK_NAME,
  ApplyRoot,
  applySummary,
  applyTitle,
  fitApplyReport,
} from '@slipway/plugin-infra-prs-common';
import { EXIT, ExitCode } from '../exitCodes';
import { createCheckRun } from '../github/createCheckRun';
import { CheckTarget, readTarget } from '../github/readTarget';
import { Output } from '../Output';
import { APPLY_USAGE } from './applyUsage';
import { parseApplyArguments } from './parseApplyArguments';
import { readAppliedRoots } from './readAppliedRoots';

/** Runs `slipway-plan apply`. @throws CommandError */
export async function runApply(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  output: Output,
): Promise<ExitCode> {
  const parsed = parseApplyArguments(args);
  if (parsed.help) {
    output.out(APPLY_USAGE);
    return EXIT.ok;
  }
  const target = parsed.post
    ? await readTarget(parsed, environment)
    : undefined;
  const roots = await readAppliedRoots(parsed);
  output.out(
    parsed.json
      ? `${JSON.stringify(roots, undefined, 2)}\n`
      : `${applySummary(roots)}\n`,
  );
  if (target) {
    const url = await postApply(target, roots);
    output.err(`Posted as ${APPLY_CHECK_NAME}: ${url}\n`);
  }
  const failed = roots.some(({ state }) => state === 'failed');
  return failed ? EXIT.planFailed : EXIT.ok;
}

/** Posts how an apply went, or that it has begun. @throws GithubError */
function postApply(
  target: CheckTarget,
  roots: readonly ApplyRoot[],
): Promise<string> {
  const has = (...states: ApplyRoot['state'][]) =>
    roots.some(({ state }) => states.includes(state));
  const done = has('failed') ? 'failure' : 'success';
  return createCheckRun(target, {
    name: APPLY_CHECK_NAME,
    conclusion: has('waiting', 'running') ? undefined : done,
    title: applyTitle(roots),
    summary: applySummary(roots) || 'Nothing to apply',
    text: fitApplyReport({ version: 1, commitSha: target.sha, roots }),
  });
}
