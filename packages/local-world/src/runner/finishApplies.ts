import { APPLY_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { updateCheckRun } from '../git/checks/writeCheckRun';
import type { RunnerContext } from './Runner';

/** Ends reports of applies that a kill has cut short; by now all of the default branch is applied. */
export async function finishApplies(context: RunnerContext): Promise<void> {
  const { host, owner, repo } = context;
  const repository = host.repository(owner, repo);
  for (const run of repository.record.checkRuns) {
    if (run.name !== APPLY_CHECK_NAME || run.status === 'completed') continue;
    await updateCheckRun(host.context, repository, run, {
      conclusion: 'success',
      output: {
        title: 'Applied after a restart',
        summary:
          'The runner was stopped meanwhile; it has applied all of main.',
      },
    });
  }
}
