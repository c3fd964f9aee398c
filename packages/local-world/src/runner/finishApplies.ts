import { APPLY_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { updateCheckRun } from '../git/checks/writeCheckRun';
import { CheckResult } from './checks/CheckReporter';
import type { RunnerContext } from './Runner';

/** Ends reports of applies that a kill has cut short, with how it went when all of the default branch was applied. */
export async function finishApplies(
  context: RunnerContext,
  { conclusion, summary }: CheckResult,
): Promise<void> {
  const { host, owner, repo } = context;
  const repository = host.repository(owner, repo);
  for (const run of repository.record.checkRuns) {
    if (run.name !== APPLY_CHECK_NAME || run.status === 'completed') continue;
    const output = { title: 'Applied after a restart', summary };
    await updateCheckRun(host.context, repository, run, { conclusion, output });
  }
}
