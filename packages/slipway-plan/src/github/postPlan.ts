import { createHash } from 'node:crypto';
import {
  fitPlanReport,
  PLAN_CHECK_NAME,
  planCountsText,
  PlanReport,
  PlanRoot,
  planSummary,
} from '@slipway/plugin-infra-prs-common';
import { createCheckRun } from './createCheckRun';
import { CheckTarget } from './readTarget';

/**
 * Posts plans as the check run that the portal reads.
 *
 * @returns address of the check run.
 * @throws GithubError
 */
export function postPlan(
  target: CheckTarget,
  roots: readonly PlanRoot[],
  isText: boolean,
): Promise<string> {
  const failed = roots.filter(({ error }) => error !== undefined).length;
  const report: PlanReport = {
    version: 1,
    runner: isText ? 'comment' : 'terraform',
    headSha: target.sha,
    roots: [...roots],
  };
  return createCheckRun(target, {
    name: PLAN_CHECK_NAME,
    conclusion: failed > 0 ? 'failure' : 'success',
    title: failed > 0 ? `${failed} cannot be planned` : planCountsText(roots),
    summary: planSummary(roots),
    text: fitPlanReport(report, text =>
      createHash('sha256').update(text).digest('hex'),
    ),
  });
}
