import { HostedRepository } from '../records/HostedRepository';

export type CheckOutcome = 'success' | 'failure' | 'pending';

/** Newest result of each check run and status on a commit, by name. */
export function latestChecks(
  repository: HostedRepository,
  sha: string,
): ReadonlyMap<string, CheckOutcome> {
  const outcomes = new Map<string, CheckOutcome>();
  for (const check of repository.record.checkRuns) {
    if (check.headSha !== sha) continue;
    if (check.status !== 'completed') outcomes.set(check.name, 'pending');
    else {
      const passed = ['success', 'neutral', 'skipped'].includes(
        check.conclusion ?? '',
      );
      outcomes.set(check.name, passed ? 'success' : 'failure');
    }
  }
  for (const status of repository.record.statuses) {
    if (status.sha !== sha) continue;
    const { state, context } = status;
    if (state === 'success' || state === 'pending') {
      outcomes.set(context, state);
    } else {
      outcomes.set(context, 'failure');
    }
  }
  return outcomes;
}
