import {
  ChangeBlocker,
  RequestLife,
  RequestStage,
} from '@slipway/plugin-infra-prs-common';

type Problem = NonNullable<RequestLife['problem']>;

/** Blockers that do not go away by waiting, and what to do about them. */
const FIXES: Partial<Record<ChangeBlocker['code'], string>> = {
  checks_failing: 'Read the log of the check, then push a fix to the branch',
  plan_failed: 'Push a fix to the branch; it is planned again',
  plan_risk:
    'Push a change that does less harm, or ask the platform team whether it is meant',
  conflicts:
    'Update the branch with the one it goes to, or run the form again with the same answers',
  unreadable: 'Split it into smaller requests',
};

/** What went wrong with an open change, where waiting would not help. */
export function blockedProblem(
  stage: RequestStage,
  blockers: readonly ChangeBlocker[],
): Problem | undefined {
  const blocker = blockers.find(({ code }) => FIXES[code] !== undefined);
  if (!blocker) return undefined;
  return {
    stage,
    message: blocker.message,
    fix: FIXES[blocker.code] ?? blocker.who,
    url:
      blocker.code === 'checks_failing'
        ? blocker.links?.find(link => link.url)?.url
        : undefined,
  };
}
